package org.articlepipeline.platform;

import java.util.List;

/**
 * The configuration can't be used. The message has a line for each problem: which key, what is
 * wrong, what to do.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
