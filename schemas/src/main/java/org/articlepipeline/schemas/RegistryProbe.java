package org.articlepipeline.schemas;

import java.util.HashMap;
import java.util.Map;

/** Asks whether the registry answers, once and not for long. */
public final class RegistryProbe implements AutoCloseable {
  private static final Map<String, Object> IMPATIENT =
      Map.of("http.connect.timeout.ms", 2_000, "http.read.timeout.ms", 3_000, "max.retries", 0);

  private final RegistryHttp http;

  /** Takes Confluent's keys, as {@link SchemaRegistryClient} does. */
  public RegistryProbe(Map<String, ?> config) {
    Map<String, Object> impatient = new HashMap<>(config);
    impatient.putAll(IMPATIENT);
    this.http = new RegistryHttp(RegistrySettings.of(impatient));
  }

  /** False also when it refuses the credentials. */
  public boolean answers() {
    try {
      return http.send("GET", "/config", null).ok();
    } catch (RegistryUnavailableException e) {
      return false;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
