package org.articlepipeline.operations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.search.ArticleSearch;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Receipt;

/** Submits the samples to a stack and waits until readers find each of them. */
final class SampleRun {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final StackFile stack;
  private final Output output;
  private final Map<String, Submittal> sent = new LinkedHashMap<>();
  private final Map<String, SampleResult> found = new LinkedHashMap<>();

  SampleRun(StackFile stack, Output output) {
    this.stack = stack;
    this.output = output;
  }

  /**
   * What readers find, in the order in which it was found; each is printed at once.
   *
   * @throws CommandException naming the article that is not found in time, and where it was seen
   *     last
   */
  List<SampleResult> submitAll() {
    OperationsConfig config =
        Configs.load(OperationsConfig.class, null, Map.of(), stack.settings());
    var clients = new KafkaClients(config);
    try (var follower = new ReceiptFollower(clients);
        var submitter = new Submitter(clients);
        var elasticsearch = ElasticsearchConnection.open(config.elasticsearch())) {
      output.note("submitting " + Samples.count() + " sample articles …");
      Instant begin = Instant.now();
      for (ArticleSubmission sample : Samples.submissions(begin)) {
        sent.put(sample.getUri(), submitter.send(sample.getUri(), sample));
      }
      submitter.flush();
      var search = new ArticleSearch(elasticsearch);
      while (found.size() < sent.size()) {
        follower.poll(this::receive);
        find(search, begin);
        if (Duration.between(begin, Instant.now()).compareTo(TIMEOUT) > 0) {
          throw notFound();
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private void receive(Receipt receipt) {
    Submittal submittal = sent.get(receipt.getUri());
    if (submittal != null && submittal.receive(receipt) && submittal.result().failed()) {
      throw new CommandException("a sample was not indexed: " + submittal.result().line());
    }
  }

  /** Only those that a stage says are indexed are worth a question to the alias. */
  private void find(ArticleSearch search, Instant begin) {
    for (Submittal submittal : sent.values()) {
      String uri = submittal.uri();
      if (submittal.ended() && !found.containsKey(uri)) {
        search
            .find(uri)
            .ifPresent(
                document -> {
                  long millis = Duration.between(begin, Instant.now()).toMillis();
                  var result = new SampleResult(millis, url(uri), document);
                  found.put(uri, result);
                  if (!output.json()) {
                    result.print(output);
                  }
                });
      }
    }
  }

  private String url(String uri) {
    String query = URLEncoder.encode("uri:\"" + uri + "\"", StandardCharsets.UTF_8);
    return stack.elasticsearch() + "/" + IndexNames.ARTICLES + "/_search?pretty&q=" + query;
  }

  private CommandException notFound() {
    Submittal missing =
        sent.values().stream()
            .filter(submittal -> !found.containsKey(submittal.uri()))
            .findFirst()
            .orElseThrow();
    return new CommandException(
        "not searchable within " + TIMEOUT.toSeconds() + " s: " + missing.resultAfterWait().line());
  }
}
