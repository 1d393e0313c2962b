package org.articlepipeline.benchmarks;

import java.util.concurrent.TimeUnit;
import org.articlepipeline.ingest.Ingested;
import org.articlepipeline.ingest.Ingestion;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page of 150 KB from its bytes to the clean article, and what the parser alone takes of that.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class HtmlIngestBenchmark {

  private final Ingestion ingestion = new Ingestion();
  private final String html = NewsPage.html();
  private final ArticleSubmission submission = Submissions.of(Format.HTML, html);

  @Benchmark
  public Ingested ingest() {
    return ingestion.ingest(submission, Submissions.NOW);
  }

  @Benchmark
  public Document parseOnly() {
    return Jsoup.parse(html);
  }
}
