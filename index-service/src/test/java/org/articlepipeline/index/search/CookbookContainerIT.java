package org.articlepipeline.index.search;

import static org.junit.jupiter.api.Assumptions.abort;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.elasticsearch.ElasticsearchContainer;

/** On a full Elasticsearch in a container, where there is a Docker engine and the image. */
final class CookbookContainerIT extends CookbookTests {
  private static final Logger LOG = LoggerFactory.getLogger(CookbookContainerIT.class);

  private static @Nullable ElasticsearchContainer container;

  CookbookContainerIT() {
    super(url());
  }

  private static String url() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw skipped("there is no Docker engine");
    }
    try {
      ElasticsearchContainer started =
          new ElasticsearchContainer("docker.elastic.co/elasticsearch/elasticsearch:9.5.3")
              .withEnv("xpack.security.enabled", "false")
              .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
      container = started;
      started.start();
      return "http://" + started.getHttpHostAddress();
    } catch (ContainerFetchException e) {
      throw skipped("the image can't be had: " + e.getMessage());
    }
  }

  private static RuntimeException skipped(String why) {
    LOG.warn("SKIPPED: the cookbook was not run on a full Elasticsearch: {}", why);
    return abort(why);
  }

  @Override
  @AfterAll
  void drop() {
    if (container != null) {
      container.stop();
    }
  }
}
