package org.articlepipeline.index.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What the {@link QualityGate} found.
 *
 * @param serving the index that serves
 * @param candidate the one that is to take its place
 */
public record GateReport(String serving, String candidate, List<Check> checks) {

  /**
   * One thing that was looked at.
   *
   * @param name such as {@code counts}
   * @param summary what was found, and against which limit, in one line
   * @param regressions what got worse and by how much, worst first; empty when it passed
   */
  public record Check(String name, boolean passed, String summary, List<String> regressions) {
    /** Passed when nothing got worse. */
    static Check of(String name, String summary, List<String> regressions) {
      return new Check(name, regressions.isEmpty(), summary, List.copyOf(regressions));
    }
  }

  public boolean passed() {
    return checks.stream().allMatch(Check::passed);
  }

  /** For people: a line for each check, and below it what got worse. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Check check : checks) {
      lines.add(
          "%-7s %s: %s".formatted(check.passed ? "ok" : "REFUSED", check.name, check.summary));
      check.regressions.forEach(regression -> lines.add("        - " + regression));
    }
    return lines;
  }
}
