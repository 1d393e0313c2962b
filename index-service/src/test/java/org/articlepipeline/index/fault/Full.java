package org.articlepipeline.index.fault;

import java.time.Duration;

/** How much: a little in the normal suite, all of it in the profile {@code faults}. */
final class Full {
  static final boolean ON = Boolean.getBoolean("faults.full");
  static final long SEED = Long.getLong("faults.seed", 1);

  /** How long a test waits for something. */
  static final Duration TIME = ON ? Duration.ofMinutes(10) : Duration.ofSeconds(90);

  private Full() {}

  static int or(int full, int little) {
    return ON ? full : little;
  }
}
