package org.articlepipeline.benchmarks.servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.articlepipeline.benchmarks.BenchArguments;
import org.articlepipeline.benchmarks.Machine;
import org.articlepipeline.benchmarks.NewsArticle;
import org.articlepipeline.benchmarks.Report;
import org.articlepipeline.enrich.EnrichConfig;
import org.articlepipeline.enrich.EnrichService;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.IndexService;
import org.articlepipeline.ingest.IngestConfig;
import org.articlepipeline.ingest.IngestService;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.platform.Service;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Topics;

/**
 * How long an article takes from its submission until a search finds it, at a fixed rate: texts of
 * 6 KB through all services, which run in this JVM, Kafka, registry and Elasticsearch beside it.
 */
public final class PipelineBenchmark {
  private static final int RATE = 20;
  private static final int SECONDS = 120;
  private static final int WARM_UP_SECONDS = 30;
  private static final int CHARACTERS = 6_000;

  /** So many that no step has an article in its caches. */
  private static final int TEXTS = 500;

  private static final Duration READY = Duration.ofMinutes(2);
  private static final Duration LAST = Duration.ofMinutes(2);

  private final BenchStack stack;
  private final List<String> texts = new ArrayList<>();
  private int sent;

  private PipelineBenchmark(BenchStack stack) {
    this.stack = stack;
    for (int i = 0; i < TEXTS; i++) {
      Article article = NewsArticle.of(CHARACTERS, i);
      texts.add(article.getHeadline() + "\n\n" + article.getBody());
    }
  }

  /** {@code [--rate N] [--seconds N] [--json]}. */
  public static void run(BenchArguments arguments) throws IOException, InterruptedException {
    int rate = arguments.number("rate", RATE);
    int seconds = arguments.number("seconds", SECONDS);
    Report report = new Report(arguments.json());
    report.progress("starting servers and services");
    try (var stack = new BenchStack()) {
      new PipelineBenchmark(stack).measure(rate, seconds, report);
    }
  }

  private void measure(int rate, int seconds, Report report) throws InterruptedException {
    try (BenchStack.Publisher<Entity> entities = stack.new Publisher<>(Topics.ENTITIES)) {
      StarterSet.entities().forEach(entity -> entities.send(entity.getUri(), entity));
    }
    List<Service> services = services();
    try {
      services.forEach(Service::start);
      services.forEach(PipelineBenchmark::awaitReady);
      try (BenchStack.Publisher<ArticleSubmission> submissions =
              stack.new Publisher<>(Topics.SUBMISSIONS);
          var visibility = new Visibility(stack.elasticsearch())) {
        report.progress("warming up for %d s at %d articles/s", WARM_UP_SECONDS, rate);
        send(submissions, visibility, rate, WARM_UP_SECONDS);
        visibility.awaitAll(LAST);
        visibility.reset();
        report.progress("measuring for %d s at %d articles/s", seconds, rate);
        send(submissions, visibility, rate, seconds);
        int lost = visibility.awaitAll(LAST);
        report.print(result(rate, seconds, visibility.millis(), lost));
      }
    } finally {
      services.reversed().forEach(Service::close);
    }
  }

  private List<Service> services() {
    return List.of(
        IngestService.build(
            Configs.load(IngestConfig.class, null, Map.of(), stack.streamsSettings("ingest"))),
        EnrichService.build(
            Configs.load(EnrichConfig.class, null, Map.of(), stack.streamsSettings("enrich"))),
        IndexService.build(Configs.load(IndexConfig.class, null, Map.of(), stack.settings())));
  }

  private static void awaitReady(Service service) {
    long deadline = System.nanoTime() + READY.toNanos();
    while (!service.health().ready()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            service.name() + " is not ready: " + service.health().details());
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** Each at its time by the clock: a slow moment is made up for, and counted. */
  private void send(
      BenchStack.Publisher<ArticleSubmission> submissions,
      Visibility visibility,
      int rate,
      int seconds) {
    long start = System.nanoTime();
    for (long i = 0; i < (long) rate * seconds; i++) {
      long due = start + i * Duration.ofSeconds(1).toNanos() / rate;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      ArticleSubmission submission = submission(sent++);
      visibility.expect(submission.getUri(), due);
      submissions.send(submission.getUri(), submission);
    }
  }

  private ArticleSubmission submission(int number) {
    String text = texts.get(number % texts.size());
    return ArticleSubmission.newBuilder()
        .setUri("urn:bench:pipeline:" + number)
        .setRevision(1)
        .setSource("bench")
        .setFormat(Format.TEXT)
        .setPubStatus(PubStatus.USABLE)
        .setSubmittedAt(Instant.now())
        .setCharset("UTF-8")
        .setBody(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private static Map<String, Object> result(int rate, int seconds, Histogram millis, int lost) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("benchmark", "pipeline");
    result.put("machine", Machine.describe());
    result.put("articlesPerSecond", rate);
    result.put("seconds", seconds);
    result.put("found", millis.getTotalCount());
    result.put("notFound", lost);
    Map<String, Object> latency = new LinkedHashMap<>();
    for (double percentile : new double[] {50, 90, 99, 99.9}) {
      latency.put("p" + percentile, millis.getValueAtPercentile(percentile));
    }
    latency.put("max", millis.getMaxValue());
    result.put("submitToSearchableMillis", latency);
    return result;
  }
}
