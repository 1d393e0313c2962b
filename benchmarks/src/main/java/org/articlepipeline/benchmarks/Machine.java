package org.articlepipeline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a figure was measured on: without it the figure says little. */
public final class Machine {
  private Machine() {}

  public static Map<String, Object> describe() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cpus", system.getAvailableProcessors());
    machine.put("memoryMebibytes", system.getTotalMemorySize() >> 20);
    machine.put("loadBefore", Math.round(system.getSystemLoadAverage() * 10) / 10.0);
    machine.put("system", system.getName() + " " + system.getVersion() + " " + system.getArch());
    machine.put("java", System.getProperty("java.vm.version"));
    return machine;
  }
}
