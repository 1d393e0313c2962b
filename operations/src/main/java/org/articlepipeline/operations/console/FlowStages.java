package org.articlepipeline.operations.console;

import java.util.List;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.schemas.Stages;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.Topics;

/** The stages in the order of the flow, and what each reads and writes. */
final class FlowStages {
  /**
   * @param from what it reads
   * @param outcomes with which a record goes on
   */
  record Stage(String name, String service, Topic<?, ?> from, List<String> outcomes) {

    /** Of the index service there is one for each index; the one that serves counts. */
    boolean isReadBy(String group, String servingIndex) {
      return name.equals(Stages.INDEX)
          ? group.equals(IndexNames.consumerGroup(servingIndex))
          : group.equals("articles-" + name);
    }
  }

  static final List<Stage> ALL =
      List.of(
          new Stage(
              Stages.INGEST,
              "ingest-service",
              Topics.SUBMISSIONS,
              List.of("ACCEPTED", "REPROCESSED", "RELEASED", "EXPIRED", "ERASED")),
          new Stage(Stages.ENRICH, "enrich-service", Topics.ACCEPTED, List.of("ENRICHED")),
          new Stage(Stages.INDEX, "index-service", Topics.ENRICHED, List.of("INDEXED")));

  private FlowStages() {}
}
