package org.articlepipeline.index.audit;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How much worse than the serving index a new one may be. */
public interface GateConfig {

  /** By what share the number of articles of a status or a source may be smaller. */
  @WithDefault("0.0")
  double countDrop();

  /** By how much the share of articles that have a field may be smaller. */
  @WithDefault("0.01")
  double coverageDrop();

  /** Articles that may differ from the log. */
  @WithDefault("0")
  long auditFindings();

  /** Mean share of the ten best hits of golden queries that are as good as before, at least. */
  @WithDefault("0.8")
  double overlap();

  /** By how much the mean NDCG@10 of golden queries may be smaller. */
  @WithDefault("0.1")
  double ndcgDrop();

  /** The newsroom's own golden queries, JSON lines {@code {"query": …, "uris": […]}}. */
  Optional<Path> goldenFile();
}
