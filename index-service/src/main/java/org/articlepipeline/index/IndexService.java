package org.articlepipeline.index;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.articlepipeline.index.audit.ScheduledAudit;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexWatch;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.RequestLoop;
import org.articlepipeline.index.write.KafkaClients;
import org.articlepipeline.index.write.Pipeline;
import org.articlepipeline.index.write.WriterMetrics;
import org.articlepipeline.platform.Health;
import org.articlepipeline.platform.KafkaWatch;
import org.articlepipeline.platform.Metrics;
import org.articlepipeline.platform.OperationsEndpoint;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.platform.Service;
import org.articlepipeline.platform.ServiceMain;
import org.articlepipeline.schemas.RegistryProbe;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the search index what {@code articles.enriched} says, and makes receipts and dead letters
 * searchable.
 */
public final class IndexService implements Service {
  public static final String NAME = "index-service";

  private static final Duration END = Duration.ofSeconds(15);
  private static final Duration PROBE = Duration.ofSeconds(1);

  private final ArticlePipelines articles;
  private final Optional<Pipeline> journal;
  private final RequestLoop requests;
  private final ElasticsearchConnection elasticsearch;
  private final @Nullable ScheduledAudit audit;
  private final IndexWatch indexWatch;
  private final RegistryProbe probe;
  private final KafkaWatch kafkaWatch;
  private final TopicSerdes serdes;
  private final KafkaClients kafka;
  private final OperationsEndpoint endpoint;
  private final AtomicBoolean closed = new AtomicBoolean();

  private IndexService(
      ArticlePipelines articles,
      Optional<Pipeline> journal,
      RequestLoop requests,
      @Nullable ScheduledAudit audit,
      ElasticsearchConnection elasticsearch,
      IndexWatch indexWatch,
      RegistryProbe probe,
      KafkaWatch kafkaWatch,
      TopicSerdes serdes,
      KafkaClients kafka,
      IndexConfig config,
      PrometheusMeterRegistry metrics) {
    this.articles = articles;
    this.journal = journal;
    this.requests = requests;
    this.audit = audit;
    this.elasticsearch = elasticsearch;
    this.indexWatch = indexWatch;
    this.probe = probe;
    this.kafkaWatch = kafkaWatch;
    this.serdes = serdes;
    this.kafka = kafka;
    this.endpoint = new OperationsEndpoint(config.http(), this::health, metrics);
  }

  public static void main(String[] args) {
    ServiceMain.run(NAME, args, IndexConfig.class, IndexService::build);
  }

  /** The whole service, not started. Nothing is connected to yet. */
  public static IndexService build(IndexConfig config) {
    return build(config, task -> {});
  }

  /**
   * @param taskListener hears of each change of a request that this instance carries out
   */
  static IndexService build(IndexConfig config, Consumer<IndexTask> taskListener) {
    StubGrace.of(config);
    PrometheusMeterRegistry metrics = Metrics.create(NAME);
    KafkaClients kafka = new KafkaClients(config.kafka(), metrics);
    TopicSerdes serdes = new TopicSerdes(RegistryConfig.serdeProperties(config.registry()));
    ElasticsearchConnection elasticsearch = ElasticsearchConnection.open(config.elasticsearch());
    ArticleState state = new ArticleState();
    PipelineWiring wiring = new PipelineWiring(config, kafka, serdes, elasticsearch, state);
    WriterMetrics journalMetrics =
        new WriterMetrics(metrics, "journal", "daily", config.index().heldBytes());
    Pipeline journal =
        new Pipeline("journal", () -> wiring.journal(journalMetrics), PipelineWiring.backoff());
    RegistryProbe probe = new RegistryProbe(RegistryConfig.serdeProperties(config.registry()));
    return new IndexService(
        wiring.articlePipelines(metrics),
        config.journal().enabled() ? Optional.of(journal) : Optional.empty(),
        wiring.requests(taskListener),
        config.audit().enabled() ? wiring.audit(metrics) : null,
        elasticsearch,
        new IndexWatch(elasticsearch, config.canary().enabled(), Clock.systemUTC(), metrics),
        probe,
        new KafkaWatch(
            config.kafka(),
            () -> PipelineWiring.groups(state, config.journal().enabled()),
            Topics.names(),
            probe::answers,
            metrics),
        serdes,
        kafka,
        config,
        metrics);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    endpoint.start();
    articles.start();
    journal.ifPresent(Pipeline::start);
    requests.start();
    indexWatch.start();
    kafkaWatch.start();
    if (audit != null) {
      audit.start();
    }
  }

  @Override
  public URI httpUrl() {
    return endpoint.uri();
  }

  /** Ready when articles are consumed and Elasticsearch answers; the journal may lag behind. */
  @Override
  public Health health() {
    Map<String, String> details = new TreeMap<>(articles.describe());
    journal.ifPresent(pipeline -> details.put(pipeline.name(), pipeline.describe()));
    Optional<String> problem = elasticsearch.problem(PROBE);
    details.put("elasticsearch", problem.orElse("answers at " + elasticsearch.address()));
    return new Health(
        articles.live() && journal.map(Pipeline::live).orElse(true),
        articles.ready() && problem.isEmpty(),
        details);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      indexWatch.stop();
      kafkaWatch.close();
      probe.close();
      requests.stop();
      articles.stop();
      journal.ifPresent(Pipeline::stop);
      if (audit != null) {
        audit.stop();
      }
      requests.awaitEnd(END);
      articles.awaitEnd(END);
      journal.ifPresent(pipeline -> pipeline.awaitEnd(END));
      endpoint.close();
      kafka.close();
      serdes.close();
      elasticsearch.close();
    }
  }
}
