package org.articlepipeline.enrich;

import java.util.List;
import org.articlepipeline.platform.ConfigException;

/** So many a second, for all threads together, and never more than those of one second at once. */
final class Permits {
  private final int perSecond;
  private double left;
  private long lastMillis;

  /**
   * @throws ConfigException when nothing would ever be enriched again
   */
  static Permits of(EnrichConfig.Enrich config) {
    if (config.againPerSecond() < 1) {
      throw new ConfigException(
          List.of(
              "articles.enrich.again-per-second is %d: it must be 1 or more"
                  .formatted(config.againPerSecond())));
    }
    return new Permits(config.againPerSecond());
  }

  Permits(int perSecond) {
    this.perSecond = perSecond;
    this.left = perSecond;
  }

  /**
   * @param now epoch milliseconds
   */
  synchronized boolean take(long now) {
    left = Math.min(perSecond, left + Math.max(0, now - lastMillis) * perSecond / 1000.0);
    lastMillis = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }

  /** What was not used after all. */
  synchronized void giveBack() {
    left++;
  }
}
