package org.articlepipeline.embedded.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * One Kafka node: formats its storage when that is new, then runs it. Both in one JVM, because a
 * second JVM for the storage tool doubles the time of a first start.
 */
public final class KafkaNode {
  private KafkaNode() {}

  /**
   * @param args the cluster id (base64 uuid) and the node's properties file
   */
  public static void main(String[] args) {
    // One argument, because an id may begin with a dash.
    String id = "--cluster-id=" + args[0];
    String[] format = {"format", "--ignore-formatted", id, "--config", args[1]};
    int code = StorageTool.execute(format, System.err);
    if (code != 0) {
      System.exit(code);
    }
    Kafka.main(new String[] {args[1]});
  }
}
