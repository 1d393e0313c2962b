package org.articlepipeline.operations;

/** Who runs a command, for the audit trail. */
final class Operator {
  private Operator() {}

  static String name() {
    return System.getProperty("user.name", "?");
  }
}
