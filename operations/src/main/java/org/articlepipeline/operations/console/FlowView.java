package org.articlepipeline.operations.console;

import java.util.List;
import java.util.Map;

/**
 * The flow at one moment, as the page and its script show it.
 *
 * @param at ISO 8601
 * @param texts what stands where, by name; one that is not known is {@code –}
 * @param levels of some of them: {@code ok}, {@code busy} or {@code bad}
 * @param problems what could not be asked
 */
record FlowView(
    String at,
    Map<String, String> texts,
    Map<String, String> levels,
    List<String> problems,
    History history) {

  /**
   * Receipts a second.
   *
   * @param times epoch seconds
   * @param stages one value for each time
   */
  record History(List<Long> times, Map<String, List<Double>> stages) {}

  String text(String name) {
    return texts.getOrDefault(name, "–");
  }

  String level(String name) {
    return levels.getOrDefault(name, "");
  }
}
