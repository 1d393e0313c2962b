package org.articlepipeline.index;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.articlepipeline.index.audit.Audit;
import org.articlepipeline.index.audit.AuditResults;
import org.articlepipeline.index.audit.EnrichedLog;
import org.articlepipeline.index.audit.QualityGate;
import org.articlepipeline.index.audit.ScheduledAudit;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.ArticleAliases;
import org.articlepipeline.index.indices.ArticleIndex;
import org.articlepipeline.index.indices.Expunge;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.indices.IndexSettings;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.indices.IndexStateStore;
import org.articlepipeline.index.indices.IndexStatus;
import org.articlepipeline.index.indices.IndexTemplate;
import org.articlepipeline.index.indices.JournalIndices;
import org.articlepipeline.index.indices.StubPurge;
import org.articlepipeline.index.rebuild.AuditedGate;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.RequestLoop;
import org.articlepipeline.index.rebuild.RequestWork;
import org.articlepipeline.index.rebuild.TaskStore;
import org.articlepipeline.index.write.AliasSearch;
import org.articlepipeline.index.write.ArticleIntake;
import org.articlepipeline.index.write.Backoff;
import org.articlepipeline.index.write.BulkLimits;
import org.articlepipeline.index.write.BulkWriter;
import org.articlepipeline.index.write.ConsumerLoop;
import org.articlepipeline.index.write.ElasticsearchBulk;
import org.articlepipeline.index.write.GroupOffsets;
import org.articlepipeline.index.write.Intake;
import org.articlepipeline.index.write.JournalIntake;
import org.articlepipeline.index.write.KafkaClients;
import org.articlepipeline.index.write.LoopExecutor;
import org.articlepipeline.index.write.Outlet;
import org.articlepipeline.index.write.Passage;
import org.articlepipeline.index.write.Pipeline;
import org.articlepipeline.index.write.Reports;
import org.articlepipeline.index.write.RetryClock;
import org.articlepipeline.index.write.SearchProbe;
import org.articlepipeline.index.write.TidyIntake;
import org.articlepipeline.index.write.WriterMetrics;
import org.articlepipeline.platform.GroupTopics;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/** How pipelines are put together; what they need from outside is brought about first. */
record PipelineWiring(
    IndexConfig config,
    KafkaClients kafka,
    TopicSerdes serdes,
    ElasticsearchConnection elasticsearch,
    ArticleState state) {
  private static final Duration REQUEST_STEP = Duration.ofMillis(250);

  /** How long writing may wait for all instances to come to the same offsets. */
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);

  private static final String JOURNAL_GROUP = IndexService.NAME + ".journal";

  /** What readers are served from, as this version has it. */
  ArticleIndex articleIndex() {
    return new ArticleIndex(elasticsearch, IndexTemplate.articles(settings()));
  }

  /** Of one index: made if it is the one that readers see and is not there. */
  ConsumerLoop articles(String index, WriterMetrics metrics) {
    kafka.createTopics();
    try (GroupOffsets offsets = kafka.offsets(Topics.ENRICHED)) {
      new IndexSetup(
              articleIndex(),
              new ArticleAliases(elasticsearch),
              new IndexStateStore(elasticsearch),
              new TaskStore(elasticsearch),
              offsets)
          .prepare(index);
    }
    LoopExecutor answers = new LoopExecutor();
    BulkWriter writer = writer(answers, true, missing -> {}, metrics);
    Reports reports = reports(answers);
    SearchProbe probe =
        new SearchProbe(
            new AliasSearch(elasticsearch), answers, Clock.systemUTC(), System::nanoTime, metrics);
    Intake intake =
        new TidyIntake(
            new ArticleIntake(
                new RecordReader<>(Topics.ENRICHED, serdes),
                writer,
                reports,
                IndexNames.writeAlias(index),
                ArticleDocument::toIndex,
                probe,
                new StateTelling(state, index),
                Clock.systemUTC(),
                metrics),
            new StubPurge(elasticsearch, IndexNames.writeAlias(index), StubGrace.of(config)),
            new Expunge(
                elasticsearch, IndexNames.writeAlias(index), config.index().expungeInterval()),
            Clock.systemUTC());
    ConsumerLoop loop =
        loop(
            IndexNames.consumerGroup(index),
            intake,
            List.of(writer, reports, probe),
            answers,
            state,
            metrics);
    loop.subscribe(List.of(Topics.ENRICHED.name()));
    return loop;
  }

  ConsumerLoop journal(WriterMetrics metrics) {
    kafka.createTopics();
    IndexTemplate.receipts(settings()).put(elasticsearch);
    IndexTemplate.deadLetters(settings()).put(elasticsearch);
    JournalIndices receipts =
        new JournalIndices(elasticsearch, IndexNames.RECEIPTS, config.journal().receiptDays());
    JournalIndices deadLetters =
        new JournalIndices(
            elasticsearch, IndexNames.DEAD_LETTERS, config.journal().deadLetterDays());
    LoopExecutor answers = new LoopExecutor();
    BulkWriter writer =
        writer(
            answers,
            false,
            missing -> {
              receipts.restore(missing);
              deadLetters.restore(missing);
            },
            metrics);
    Intake intake =
        new JournalIntake(serdes, receipts, deadLetters, writer, Clock.systemUTC(), metrics);
    ConsumerLoop loop =
        loop(JOURNAL_GROUP, intake, List.of(writer), answers, Passage.FREE, metrics);
    loop.subscribe(List.of(Topics.RECEIPTS.name(), Topics.DEAD_LETTERS.name()));
    return loop;
  }

  ScheduledAudit audit(MeterRegistry metrics) {
    return new ScheduledAudit(
        new Audit(
            elasticsearch,
            new EnrichedLog(config.kafka(), serdes),
            StubGrace.of(config),
            Clock.systemUTC()),
        new AuditResults(elasticsearch),
        () ->
            IndexStatus.read(elasticsearch).indices().stream()
                .filter(IndexStatus.Index::serving)
                .map(IndexStatus.Index::name)
                .findFirst(),
        config.audit(),
        metrics,
        Clock.systemUTC());
  }

  /** Asked before readers are put over to another index. */
  QualityGate gate() {
    return new QualityGate(
        elasticsearch,
        new EnrichedLog(config.kafka(), serdes),
        config.gate(),
        StubGrace.of(config),
        Clock.systemUTC());
  }

  private BulkWriter writer(
      LoopExecutor answers, boolean requireAlias, Consumer<String> missing, WriterMetrics metrics) {
    IndexConfig.Index index = config.index();
    return new BulkWriter(
        new ElasticsearchBulk(elasticsearch, requireAlias),
        answers,
        new BulkLimits(
            index.bulkBytes(), index.bulkCount(), index.bulksInFlight(), index.heldBytes()),
        backoff(),
        System::nanoTime,
        missing,
        metrics);
  }

  private Reports reports(LoopExecutor answers) {
    return new Reports(
        kafka.producer(IndexService.NAME + ".reports"),
        serdes,
        answers,
        new RetryClock(backoff(), System::nanoTime));
  }

  private ConsumerLoop loop(
      String group,
      Intake intake,
      List<Outlet> outlets,
      LoopExecutor answers,
      Passage passage,
      WriterMetrics metrics) {
    return new ConsumerLoop(
        kafka.consumer(group),
        intake,
        outlets,
        answers,
        passage,
        new RetryClock(backoff(), System::nanoTime),
        System::nanoTime,
        metrics);
  }

  /** One pipeline for each index that the shared state names. */
  ArticlePipelines articlePipelines(MeterRegistry metrics) {
    Map<String, WriterMetrics> meters = new ConcurrentHashMap<>();
    return new ArticlePipelines(
        new IndexStateStore(elasticsearch),
        this::firstState,
        config.index().replicas(),
        new ArticleAliases(elasticsearch),
        state,
        index -> {
          WriterMetrics ofIndex =
              meters.computeIfAbsent(
                  index,
                  name -> new WriterMetrics(metrics, "articles", name, config.index().heldBytes()));
          return new Pipeline("articles " + index, () -> articles(index, ofIndex), backoff());
        });
  }

  /** Carries requests out while this instance owns their partition. */
  RequestLoop requests(Consumer<IndexTask> listener) {
    return new RequestLoop(
        () -> {
          kafka.createTopics();
          return kafka.consumer(RequestLoop.GROUP);
        },
        new RequestWork(
            new RecordReader<>(Topics.INDEX_REQUESTS, serdes),
            articleIndex(),
            new ArticleAliases(elasticsearch),
            new IndexStateStore(elasticsearch),
            new TaskStore(elasticsearch),
            () -> kafka.offsets(Topics.ENRICHED),
            new AuditedGate(gate()),
            REQUEST_STEP,
            REQUEST_LIMIT,
            listener));
  }

  /** Of a cluster where no service has run yet, or an older one. */
  private IndexState firstState() {
    Set<String> served = new ArticleAliases(elasticsearch).served();
    if (served.size() > 1) {
      throw new IllegalStateException(
          "alias %s is on several indices (%s): POST _aliases so that it is on the right one alone"
              .formatted(IndexNames.ARTICLES, String.join(", ", served)));
    }
    if (served.isEmpty() && !articleIndex().exists(IndexNames.FIRST_INDEX)) {
      // An Elasticsearch that knows nothing: what a group knows of another one's time is not true.
      try (GroupOffsets offsets = kafka.offsets(Topics.ENRICHED)) {
        offsets.forget(IndexNames.consumerGroup(IndexNames.FIRST_INDEX));
      }
    }
    return IndexState.serving(served.stream().findFirst().orElse(IndexNames.FIRST_INDEX));
  }

  /** Those that should keep up: how far an index has come that is filled, the CLI says. */
  static List<GroupTopics> groups(ArticleState state, boolean journal) {
    var groups = new ArrayList<GroupTopics>();
    groups.add(new GroupTopics(RequestLoop.GROUP, Set.of(Topics.INDEX_REQUESTS.name())));
    if (journal) {
      groups.add(
          new GroupTopics(
              JOURNAL_GROUP, Set.of(Topics.RECEIPTS.name(), Topics.DEAD_LETTERS.name())));
    }
    state.last().stream()
        .flatMap(now -> now.indices().stream())
        .filter(index -> index.role() != IndexState.Role.FILLING)
        .map(index -> IndexNames.consumerGroup(index.name()))
        .forEach(group -> groups.add(new GroupTopics(group, Set.of(Topics.ENRICHED.name()))));
    return groups;
  }

  private IndexSettings settings() {
    IndexConfig.Index index = config.index();
    return new IndexSettings(index.shards(), index.replicas(), index.refreshInterval());
  }

  static Backoff backoff() {
    return new Backoff(
        Duration.ofMillis(200),
        Duration.ofSeconds(5),
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
