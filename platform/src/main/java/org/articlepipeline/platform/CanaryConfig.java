package org.articlepipeline.platform;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The synthetic article that goes through everything. Those who send and look for it share it. */
public interface CanaryConfig {

  /** How often one is sent, in ISO 8601; PT0S for never. */
  @WithDefault("PT30S")
  Duration interval();

  default boolean enabled() {
    return interval().isPositive();
  }
}
