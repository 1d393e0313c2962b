package org.articlepipeline.enrich;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.articlepipeline.enrich.entities.CombinedRecognizer;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.tagger.NameTagger;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.platform.ConfigException;
import org.articlepipeline.platform.GroupTopics;
import org.articlepipeline.platform.Health;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.KafkaWatch;
import org.articlepipeline.platform.Metrics;
import org.articlepipeline.platform.OperationsEndpoint;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.platform.Service;
import org.articlepipeline.platform.ServiceMain;
import org.articlepipeline.platform.StreamsApp;
import org.articlepipeline.platform.StreamsSettings;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.RegistryProbe;
import org.articlepipeline.schemas.SubjectAdmin;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/** From accepted to enriched articles. */
public final class EnrichService implements Service {
  private static final String NAME = "enrich-service";

  private final KafkaConfig kafka;
  private final RegistryConfig registry;
  private final RegistryProbe probe;
  private final KafkaWatch watch;
  private final TopicSerdes serdes;
  private final EntityFeed entities;
  private final StreamsApp streams;
  private final StreamsApp changes;
  private final Supplier<Health> health;
  private final OperationsEndpoint endpoint;
  private final PrometheusMeterRegistry metrics;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EnrichService(
      KafkaConfig kafka,
      RegistryConfig registry,
      RegistryProbe probe,
      KafkaWatch watch,
      TopicSerdes serdes,
      EntityFeed entities,
      StreamsApp streams,
      StreamsApp changes,
      Supplier<Health> health,
      OperationsEndpoint endpoint,
      PrometheusMeterRegistry metrics) {
    this.kafka = kafka;
    this.registry = registry;
    this.probe = probe;
    this.watch = watch;
    this.serdes = serdes;
    this.entities = entities;
    this.streams = streams;
    this.changes = changes;
    this.health = health;
    this.endpoint = endpoint;
    this.metrics = metrics;
  }

  public static void main(String[] args) {
    ServiceMain.run(NAME, args, EnrichConfig.class, EnrichService::build);
  }

  /**
   * @throws ConfigException when the configuration names a step that does not exist
   */
  public static EnrichService build(EnrichConfig config) {
    PrometheusMeterRegistry metrics = Metrics.create(NAME);
    TopicSerdes serdes = new TopicSerdes(RegistryConfig.serdeProperties(config.registry()));
    KnowledgeBase knowledge = new KnowledgeBase();
    EntityFeed entities =
        new EntityFeed(knowledge, new RecordReader<>(Topics.ENTITIES, serdes), metrics);
    List<EnrichmentStep> steps =
        EnrichmentSteps.without(
            config.enrich().stepsOff().orElse(List.of()),
            EnrichmentSteps.all(new CombinedRecognizer(knowledge, NameTagger.load())));
    Enrichment enrichment = new Enrichment(steps, metrics);
    StreamsApp streams =
        new StreamsApp(
            NAME,
            EnrichTopology.build(
                enrichment,
                entities,
                config.enrich().storyWindow(),
                Permits.of(config.enrich()),
                serdes,
                metrics),
            config.streams(),
            config.kafka(),
            metrics);
    StreamsApp changes =
        new StreamsApp(
            NAME + "-changes",
            ChangesTopology.build(serdes, metrics),
            new ChangesSettings(config.streams()),
            config.kafka(),
            metrics);
    Supplier<Health> health = () -> both(streams.health(), changes.health());
    OperationsEndpoint endpoint = new OperationsEndpoint(config.http(), health, metrics);
    RegistryProbe probe = new RegistryProbe(RegistryConfig.serdeProperties(config.registry()));
    KafkaWatch watch =
        new KafkaWatch(
            config.kafka(),
            () -> groups(config.streams()),
            Topics.names(),
            probe::answers,
            metrics);
    return new EnrichService(
        config.kafka(),
        config.registry(),
        probe,
        watch,
        serdes,
        entities,
        streams,
        changes,
        health,
        endpoint,
        metrics);
  }

  private static List<GroupTopics> groups(StreamsSettings streams) {
    return List.of(
        new GroupTopics(
            streams.applicationId(),
            Set.of(
                Topics.ACCEPTED.name(),
                Topics.ENRICHMENT_REQUESTS.name(),
                Topics.ENRICHED.name(),
                Topics.SIGNATURES.name())),
        new GroupTopics(
            new ChangesSettings(streams).applicationId(), Set.of(Topics.ENTITIES.name())));
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Returns when the knowledge base is restored; health is answered from the beginning. */
  @Override
  public void start() {
    endpoint.start();
    try (Admin admin = Admin.create(KafkaConfig.clientProperties(kafka))) {
      new TopicAdmin(admin, kafka.partitions(), kafka.replicationFactor()).createOrCheck();
    }
    try (SubjectAdmin subjects = new SubjectAdmin(RegistryConfig.serdeProperties(registry))) {
      subjects.createOrCheck();
    }
    streams.start();
    changes.start();
    watch.start();
  }

  private static Health both(Health articles, Health changes) {
    Map<String, String> details = new TreeMap<>(articles.details());
    changes.details().forEach((component, state) -> details.put("changes-" + component, state));
    return new Health(
        articles.live() && changes.live(), articles.ready() && changes.ready(), details);
  }

  @Override
  public Health health() {
    return health.get();
  }

  @Override
  public URI httpUrl() {
    return endpoint.uri();
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    watch.close();
    probe.close();
    entities.close();
    changes.close();
    streams.close();
    serdes.close();
    endpoint.close();
    metrics.close();
  }
}
