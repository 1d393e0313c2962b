package org.articlepipeline.operations.cluster;

import io.smallrye.config.ConfigMapping;
import org.articlepipeline.index.elasticsearch.ElasticsearchConfig;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.RegistryConfig;

/** What the command line needs to know of a stack. */
@ConfigMapping(prefix = "articles")
public interface OperationsConfig {
  KafkaConfig kafka();

  RegistryConfig registry();

  ElasticsearchConfig elasticsearch();

  ConsoleConfig console();
}
