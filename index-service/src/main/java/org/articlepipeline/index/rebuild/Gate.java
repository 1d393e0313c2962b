package org.articlepipeline.index.rebuild;

import java.util.List;
import java.util.Map;

/** Says whether readers may be put over to another index. */
public interface Gate {

  /** Called before writing waits: what takes long and need not wait is done here. */
  default void prepare() {}

  /**
   * Both indices are refreshed and hold what the log has before the fence; nothing is written until
   * this returns.
   *
   * @param fence partition of {@code articles.enriched} to offset
   * @throws RuntimeException when it can't tell now
   */
  Verdict check(String serving, String candidate, Map<Integer, Long> fence);

  /**
   * @param report for people, a line for each check
   */
  record Verdict(boolean passed, List<String> report) {}
}
