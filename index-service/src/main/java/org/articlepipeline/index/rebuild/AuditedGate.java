package org.articlepipeline.index.rebuild;

import java.util.Map;
import org.articlepipeline.index.audit.GateReport;
import org.articlepipeline.index.audit.QualityGate;

/** The {@link QualityGate} as a rebuild asks it. */
public record AuditedGate(QualityGate gate) implements Gate {
  @Override
  public void prepare() {
    gate.prepare();
  }

  @Override
  public Verdict check(String serving, String candidate, Map<Integer, Long> fence) {
    GateReport report = gate.check(serving, candidate, fence);
    return new Verdict(report.passed(), report.lines());
  }
}
