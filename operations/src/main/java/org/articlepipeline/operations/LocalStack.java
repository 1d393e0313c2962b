package org.articlepipeline.operations;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.articlepipeline.embedded.EmbeddedElasticsearch;
import org.articlepipeline.embedded.EmbeddedKafka;
import org.articlepipeline.embedded.EmbeddedRegistry;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.operations.console.Console;
import org.articlepipeline.operations.console.ConsoleSettings;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.SubjectAdmin;
import org.articlepipeline.schemas.TopicAdmin;

/**
 * The whole pipeline on this machine: real servers as child JVMs, the three services in this one.
 *
 * <pre>
 * Kafka ──▶ topics ─┬─▶ ingest ─────────────────────┐
 * registry ─────────┴─▶ knowledge base ──▶ enrich ──┼──▶ all ready
 * Elasticsearch ───────────────────────▶ index ─────┘
 * </pre>
 */
final class LocalStack implements AutoCloseable {
  static final int PARTITIONS = 6;
  private static final short ONE_NODE = 1;
  private static final String KAFKA = "kafka";
  private static final String REGISTRY = "registry";
  private static final String ELASTICSEARCH = "elasticsearch";
  private static final String GATEWAY = "gateway";
  private static final String CONSOLE = "console";

  private final RememberedPorts ports;
  private final EmbeddedStack servers;
  private final LocalServices services;
  private final GatewayKeys keys;
  private final Console console;

  private LocalStack(Path data) {
    this.ports = RememberedPorts.of(data);
    this.servers =
        new EmbeddedStack(
            data,
            kafkaOptions(ports.of(KAFKA)),
            EmbeddedRegistry.Options.standard().withPort(ports.of(REGISTRY)),
            EmbeddedElasticsearch.Options.standard().withPort(ports.of(ELASTICSEARCH)));
    this.services = new LocalServices(data, ports);
    this.keys = new GatewayKeys(data);
    keys.prepare();
    // Before ingest, whose gateway names it to CMSes.
    this.console = console(data, ports.of(CONSOLE));
  }

  private static Console console(Path data, int port) {
    try {
      return Console.start(ConsoleSettings.local(port, consoleToken(data)));
    } catch (IOException e) {
      throw new CommandException(data + " can't be used: " + e.getMessage(), e);
    }
  }

  /** Holds the token to sign in to the console with, for its owner alone. */
  static Path consoleToken(Path data) {
    return data.resolve(CONSOLE).resolve("token");
  }

  private static EmbeddedKafka.Options kafkaOptions(int port) {
    EmbeddedKafka.Options single = EmbeddedKafka.Options.single();
    return port == 0 ? single : single.withPorts(port);
  }

  /**
   * Starts everything, and returns when an article that is submitted would come through.
   *
   * @param knowledge imported when the stack has none yet
   * @throws RuntimeException with what could not be started and where its log is; nothing is left
   *     running
   */
  static LocalStack start(Path data, Knowledge knowledge) {
    var stack = new LocalStack(data);
    try {
      stack.startAll(knowledge);
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void startAll(Knowledge knowledge) {
    SideBySide.run(
        servers::elasticsearch,
        () -> {
          SideBySide.run(servers::registry, this::createTopics);
          registerSchemas();
          SideBySide.run(
              () -> services.startIngest(logAndGateway()),
              () -> {
                // In this order, so that the first article meets all of the knowledge.
                knowledge.publishIfNone(
                    new KafkaClients(servers.kafka().bootstrapServers(), servers.registry().url()));
                services.startEnrich(log());
              });
        });
    Map<String, String> settings = file().settings();
    console.connect(Configs.load(OperationsConfig.class, null, Map.of(), settings));
    services.startIndex(settings);
    services.awaitReady();
    ports.save(usedPorts());
  }

  private void createTopics() {
    Map<String, Object> client = Map.of("bootstrap.servers", servers.kafka().bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin, PARTITIONS, ONE_NODE).createOrCheck();
    }
  }

  /** Before anyone writes: the rule of compatibility is set when a subject is made. */
  private void registerSchemas() {
    Map<String, String> registry = Map.of("schema.registry.url", servers.registry().url());
    try (SubjectAdmin subjects = new SubjectAdmin(registry)) {
      subjects.createOrCheck();
    }
  }

  private Map<String, String> log() {
    return StackFile.settings(servers.kafka().bootstrapServers(), servers.registry().url());
  }

  private Map<String, String> logAndGateway() {
    var settings = new TreeMap<>(log());
    settings.put("articles.gateway.port", Integer.toString(ports.of(GATEWAY)));
    settings.put("articles.gateway.keys-file", keys.file().toString());
    settings.put("articles.gateway.journey-url", console.journeyUrl());
    return settings;
  }

  private Map<String, Integer> usedPorts() {
    var used = new TreeMap<String, Integer>();
    StackFile file = file();
    used.put(KAFKA, URI.create("kafka://" + file.kafka()).getPort());
    used.put(REGISTRY, URI.create(file.registry()).getPort());
    used.put(ELASTICSEARCH, URI.create(file.elasticsearch()).getPort());
    used.put(GATEWAY, URI.create(file.gateway()).getPort());
    used.put(CONSOLE, URI.create(file.console()).getPort());
    file.services().forEach((name, url) -> used.put(name, URI.create(url).getPort()));
    return used;
  }

  /** What others need to know to use this stack. */
  StackFile file() {
    return new StackFile(
        ProcessHandle.current().pid(),
        Instant.now().toString(),
        servers.kafka().bootstrapServers(),
        servers.registry().url(),
        servers.elasticsearch().url(),
        services.urls(),
        services.gateway(),
        keys.demoKey().toAbsolutePath().toString(),
        console.uri().toString());
  }

  /** Where a browser signs in to the console; it holds the token. */
  String consoleSignIn() {
    return console.signInUrl().orElseThrow();
  }

  /** Services first, while their servers still answer. */
  @Override
  public void close() {
    try {
      services.close();
    } finally {
      SideBySide.run(console::close, servers::close);
    }
  }
}
