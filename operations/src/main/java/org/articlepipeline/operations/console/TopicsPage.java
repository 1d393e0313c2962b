package org.articlepipeline.operations.console;

import java.util.List;
import org.articlepipeline.operations.cluster.TopicState;

/** Topics, their settings, and where those differ from what is declared. */
final class TopicsPage {
  private final Site site;

  TopicsPage(Site site) {
    this.site = site;
  }

  /** What the page shows. */
  record Model(Frame frame, List<TopicState> topics) {
    long differing() {
      return topics.stream().filter(topic -> !topic.asDeclared()).count();
    }
  }

  Reply show(Exchange exchange) {
    Backend backend = site.backend();
    Answer<List<TopicState>> topics =
        new Questions()
            .ask(
                "Kafka",
                () -> TopicState.all(backend.admin(), backend.config().kafka().partitions()))
            .answer();
    return site.page(
        "topics", new Model(site.frame(exchange, "Topics", topics), topics.or(List.of())));
  }
}
