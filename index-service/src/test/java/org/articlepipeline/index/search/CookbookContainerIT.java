package org.articlepipeline.index.search;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.elasticsearch.ElasticsearchContainer;

/**
 * On a full Elasticsearch in a container, where there is a Docker engine that has the image:
 * nothing is pulled, so that no test waits for a network.
 */
@EnabledIf("imageIsThere")
final class CookbookContainerIT extends CookbookTests {
  private static final Logger LOG = LoggerFactory.getLogger(CookbookContainerIT.class);
  private static final String IMAGE = "docker.elastic.co/elasticsearch/elasticsearch:9.5.3";

  private static final ElasticsearchContainer CONTAINER =
      new ElasticsearchContainer(IMAGE)
          .withEnv("xpack.security.enabled", "false")
          .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");

  CookbookContainerIT() {
    super(url());
  }

  private static String url() {
    CONTAINER.start();
    return "http://" + CONTAINER.getHttpHostAddress();
  }

  static boolean imageIsThere() throws InterruptedException {
    boolean there = inspect();
    if (!there) {
      LOG.warn("SKIPPED: the cookbook on a full Elasticsearch; it needs 'docker pull {}'", IMAGE);
    }
    return there;
  }

  private static boolean inspect() throws InterruptedException {
    try {
      Process docker =
          new ProcessBuilder("docker", "image", "inspect", IMAGE)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      boolean ended = docker.waitFor(10, TimeUnit.SECONDS);
      docker.destroyForcibly();
      return ended && docker.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  @AfterAll
  void drop() {
    CONTAINER.stop();
  }
}
