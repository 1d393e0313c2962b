package org.articlepipeline.platform;

/** What any service measures of itself, and of what it stands on. */
public enum ServiceMetric implements Metric {
  READY(
      Definition.gauge(
          "articles.service.ready", "1 or 0", "Whether the service does its work now")),
  LIVE(
      Definition.gauge(
          "articles.service.live", "1 or 0", "Whether anything but a restart could help it")),
  DEAD_LETTERS(
      Definition.counter("articles.dead.letters", "records", "Dead letters written, by reason")),
  LAG_RECORDS(
      Definition.gauge(
          "articles.lag.records",
          "offsets",
          "Offsets from what the service's group has committed to the end, by partition")),
  LAG_SECONDS(
      Definition.gauge(
          "articles.lag.seconds",
          "seconds",
          "How long the oldest record that the group has not committed has waited, by partition")),
  GROUP_MEMBERS(
      Definition.gauge(
          "articles.group.members", "members", "Members of the service's consumer group")),
  STATE_BYTES(
      Definition.gauge(
          "articles.state.bytes", "bytes", "Bytes of files of this instance's state, by store")),
  TOPIC_PARTITIONS(
      Definition.gauge(
          "articles.topic.partitions",
          "partitions",
          "Partitions of the pipeline's topics that miss copies, by state")),
  KAFKA_REACHABLE(
      Definition.gauge("articles.kafka.reachable", "1 or 0", "Whether Kafka answers the service")),
  REGISTRY_REACHABLE(
      Definition.gauge(
          "articles.registry.reachable", "1 or 0", "Whether the registry answers the service"));

  private final Definition definition;

  ServiceMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
