package org.articlepipeline.embedded.elasticsearch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.ClassPathNode;
import org.elasticsearch.node.Node;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/** One Elasticsearch node, run until the JVM is told to stop. */
public final class ElasticsearchNode {
  private static final int CLOSE_SECONDS = 10;

  private ElasticsearchNode() {}

  /**
   * @param args the node's settings, each {@code name=value}
   */
  public static void main(String[] args) throws Exception {
    LogConfigurator.configureESLogging();
    var settings = Settings.builder();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      settings.put(arg.substring(0, equals), arg.substring(equals + 1));
    }
    var node =
        new ClassPathNode(
            settings.build(),
            List.of(
                Netty4Plugin.class, AnalysisModule.class, RootInfoModule.class, SoonGone.class));
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, stopped), "close"));
    node.start();
    stopped.await();
  }

  private static void close(Node node, CountDownLatch stopped) {
    try {
      node.close();
      node.awaitClose(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      System.err.println("the node did not close cleanly: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopped.countDown();
  }
}
