package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch.core.GetResponse;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.elasticsearch.HttpStatus;
import org.articlepipeline.index.indices.IndexNames;

/**
 * The last scheduled audit, as a document that all instances share: who writes that it has started
 * makes it, the others leave it to that one.
 */
public final class AuditResults {
  private static final String ID = "audit";

  /** One that failed, or whose instance ended, is made again after this. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private final ElasticsearchConnection elasticsearch;
  private final String tasks;

  public AuditResults(ElasticsearchConnection elasticsearch) {
    this(elasticsearch, IndexNames.TASKS);
  }

  AuditResults(ElasticsearchConnection elasticsearch, String tasks) {
    this.elasticsearch = elasticsearch;
    this.tasks = tasks;
  }

  /**
   * Nothing before the first one.
   *
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Optional<AuditResult> last() {
    return get().map(GetResponse::source);
  }

  /**
   * Takes the audit that was due last.
   *
   * @param due when that was
   * @param now when this one begins
   * @return false when it has been made, or another instance makes it
   */
  boolean claim(String index, Instant due, Instant now) {
    Optional<GetResponse<AuditResult>> before = get();
    if (before.isPresent() && !open(before.get().source(), due, now)) {
      return false;
    }
    createIndex();
    AuditResult started = AuditResult.started(index, now);
    try {
      elasticsearch.call(
          client ->
              client.index(
                  document -> {
                    document.index(tasks).id(ID).document(started);
                    return before
                        .map(b -> document.ifSeqNo(b.seqNo()).ifPrimaryTerm(b.primaryTerm()))
                        .orElseGet(() -> document.opType(OpType.Create));
                  }));
      return true;
    } catch (ElasticsearchException e) {
      if (e.status() == HttpStatus.CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private static boolean open(AuditResult last, Instant due, Instant now) {
    boolean incomplete = !last.finished() || !last.problem().isEmpty();
    return last.start().isBefore(due) || (incomplete && last.start().isBefore(now.minus(AGAIN)));
  }

  void save(AuditResult result) {
    elasticsearch.call(
        client -> client.index(document -> document.index(tasks).id(ID).document(result)));
  }

  private Optional<GetResponse<AuditResult>> get() {
    return elasticsearch
        .find(client -> client.get(get -> get.index(tasks).id(ID), AuditResult.class))
        .filter(answer -> answer.found() && answer.source() != null);
  }

  /** Nothing in it is searched by its fields, so none is mapped. */
  private void createIndex() {
    if (!elasticsearch.call(client -> client.indices().exists(i -> i.index(tasks))).value()) {
      try {
        elasticsearch.call(
            client ->
                client
                    .indices()
                    .create(
                        index ->
                            index
                                .index(tasks)
                                .withJson(
                                    new StringReader("{\"mappings\": {\"dynamic\": false}}"))));
      } catch (ElasticsearchException e) {
        // Another instance was faster.
        if (e.status() == 0 || e.status() >= HttpStatus.SERVER_ERROR) {
          throw e;
        }
      }
    }
  }
}
