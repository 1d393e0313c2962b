package org.articlepipeline.ingest;

import static java.util.Objects.requireNonNull;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.ingest.gateway.Gateway;
import org.articlepipeline.platform.CanaryConfig;
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
import org.articlepipeline.schemas.RegistryProbe;
import org.articlepipeline.schemas.SubjectAdmin;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** From submissions to accepted articles. */
public final class IngestService implements Service {
  private static final String NAME = "ingest-service";
  private static final Health STARTING = new Health(true, false, Map.of("streams", "NOT_STARTED"));

  private final KafkaConfig kafka;
  private final RegistryConfig registry;
  private final TopicSerdes serdes;
  private final IntFunction<StreamsApp> streams;
  private final AtomicReference<@Nullable StreamsApp> running;
  private final Optional<Gateway> gateway;
  private final CanaryConfig canaryConfig;
  private final RegistryProbe probe;
  private final KafkaWatch watch;
  private final OperationsEndpoint endpoint;
  private final PrometheusMeterRegistry metrics;
  private final AtomicReference<@Nullable Canary> canary = new AtomicReference<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private IngestService(
      IngestConfig config,
      TopicSerdes serdes,
      IntFunction<StreamsApp> streams,
      AtomicReference<@Nullable StreamsApp> running,
      Optional<Gateway> gateway,
      RegistryProbe probe,
      KafkaWatch watch,
      OperationsEndpoint endpoint,
      PrometheusMeterRegistry metrics) {
    this.kafka = config.kafka();
    this.registry = config.registry();
    this.canaryConfig = config.canary();
    this.probe = probe;
    this.watch = watch;
    this.serdes = serdes;
    this.streams = streams;
    this.running = running;
    this.gateway = gateway;
    this.endpoint = endpoint;
    this.metrics = metrics;
  }

  public static void main(String[] args) {
    ServiceMain.run(NAME, args, IngestConfig.class, IngestService::build);
  }

  /**
   * Connects to nothing before {@link #start()}: only the cluster knows how many partitions there
   * are.
   */
  public static IngestService build(IngestConfig config) {
    PrometheusMeterRegistry metrics = Metrics.create(NAME);
    IngestMetrics ingestMetrics = new IngestMetrics(metrics);
    TopicSerdes serdes = new TopicSerdes(RegistryConfig.serdeProperties(config.registry()));
    Ingestion ingestion = new Ingestion();
    boolean learning = config.cleanup().learnedFurniture();
    IntFunction<StreamsApp> streams =
        partitions ->
            new StreamsApp(
                NAME,
                IngestTopology.of(serdes, partitions, ingestion, learning, ingestMetrics),
                config.streams(),
                config.kafka(),
                metrics);
    AtomicReference<@Nullable StreamsApp> running = new AtomicReference<>();
    Optional<Gateway> gateway =
        Gateway.build(
            config.gateway(),
            config.kafka(),
            config.registry(),
            SubmissionRules::refusal,
            new GatewayFeeds(Clock.systemUTC()),
            metrics);
    OperationsEndpoint endpoint =
        new OperationsEndpoint(config.http(), () -> health(running.get()), metrics);
    RegistryProbe probe = new RegistryProbe(RegistryConfig.serdeProperties(config.registry()));
    var group =
        new GroupTopics(config.streams().applicationId(), Set.of(Topics.SUBMISSIONS.name()));
    KafkaWatch watch =
        new KafkaWatch(
            config.kafka(), () -> List.of(group), Topics.names(), probe::answers, metrics);
    return new IngestService(
        config, serdes, streams, running, gateway, probe, watch, endpoint, metrics);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Makes the topics and subjects that are missing; health is answered from the beginning. */
  @Override
  public void start() {
    endpoint.start();
    gateway.ifPresent(Gateway::start);
    try (SubjectAdmin subjects = new SubjectAdmin(RegistryConfig.serdeProperties(registry))) {
      subjects.createOrCheck();
    }
    int partitions = prepareTopics();
    StreamsApp app = streams.apply(partitions);
    gateway.ifPresent(Gateway::open);
    running.set(app);
    app.start();
    watch.start();
    if (canaryConfig.enabled()) {
      canary.set(
          Canary.start(
              canaryConfig.interval(), partitions, () -> leads(app), kafka, serdes, metrics));
    }
  }

  @Override
  public Health health() {
    return health(running.get());
  }

  @Override
  public URI httpUrl() {
    return endpoint.uri();
  }

  /** Where articles are taken over HTTP, once started, if they are. */
  public Optional<URI> gatewayUrl() {
    return gateway.map(Gateway::uri);
  }

  /** The way in first; then Streams: what is in flight is committed before its serdes go. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    gateway.ifPresent(Gateway::close);
    Canary sending = canary.get();
    if (sending != null) {
      sending.close();
    }
    watch.close();
    probe.close();
    StreamsApp app = running.get();
    if (app != null) {
      app.close();
    }
    serdes.close();
    endpoint.close();
    metrics.close();
  }

  /** One instance has the first partition, and none while it moves. */
  private static boolean leads(StreamsApp app) {
    return app.owns(new TopicPartition(Topics.SUBMISSIONS.name(), 0));
  }

  private static Health health(@Nullable StreamsApp app) {
    return app == null ? STARTING : app.health();
  }

  /**
   * Returns how many partitions the submissions really have: the gate must not judge by a number in
   * a file.
   */
  private int prepareTopics() {
    String submissions = Topics.SUBMISSIONS.name();
    try (Admin admin = Admin.create(KafkaConfig.clientProperties(kafka))) {
      new TopicAdmin(admin, kafka.partitions(), kafka.replicationFactor()).createOrCheck();
      var descriptions = admin.describeTopics(List.of(submissions)).allTopicNames().get();
      return requireNonNull(descriptions.get(submissions)).partitions().size();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException(
          "topic " + submissions + " can't be described: " + e.getCause(), e.getCause());
    }
  }
}
