package org.articlepipeline.operations.console;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.platform.Configs;

/** A console without a pipeline, or with one that is away. */
final class TestConsole {
  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private TestConsole() {}

  static Console start() {
    return Console.start(
        new ConsoleSettings(
            "127.0.0.1", 0, Optional.of(TOKEN), Set.of("127.0.0.1", "localhost"), true));
  }

  static OperationsConfig at(String kafka, URI elasticsearch) {
    return Configs.load(
        OperationsConfig.class,
        null,
        Map.of(),
        Map.of(
            "articles.kafka.bootstrap-servers",
            kafka,
            "articles.registry.url",
            "http://127.0.0.1:1",
            "articles.elasticsearch.url",
            elasticsearch.toString()));
  }

  /** The cookie of somebody who signed in. */
  static String signIn(Console console) {
    RawHttp signedIn = RawHttp.send(console.uri(), "POST", "/sign-in", "name=Ada&token=" + TOKEN);
    return signedIn.header("Set-Cookie").orElseThrow().split(";")[0];
  }
}
