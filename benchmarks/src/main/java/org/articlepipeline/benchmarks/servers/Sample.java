package org.articlepipeline.benchmarks.servers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a run took.
 *
 * @param documentsPerSecond acknowledged
 * @param cpuMicros of this process, for each document
 */
record Sample(double documentsPerSecond, double cpuMicros) {

  /** From now on. */
  static final class Clock {
    private final long start = System.nanoTime();
    private final long cpu = cpuNanos();

    Sample stop(long documents) {
      return new Sample(
          documents * 1e9 / (System.nanoTime() - start), (cpuNanos() - cpu) / 1e3 / documents);
    }

    private static long cpuNanos() {
      return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
  }
}
