package org.articlepipeline.index.audit;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When the serving index is compared with the log. */
public interface AuditConfig {
  @WithDefault("true")
  boolean enabled();

  /** How often, in ISO 8601. */
  @WithDefault("P1D")
  Duration interval();

  /** From when on the intervals are counted; UTC. */
  @WithDefault("03:00")
  LocalTime at();
}
