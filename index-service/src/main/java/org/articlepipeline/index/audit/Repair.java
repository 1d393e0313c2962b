package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ErrorText;
import org.articlepipeline.index.elasticsearch.HttpStatus;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Read;
import org.jspecify.annotations.Nullable;

/**
 * Sends the newest record of an article to the index once more, and takes out ghosts. All with
 * external versions, what the service writes at the same time wins where it is newer; but not lower
 * ones than the document has by somebody's hand, or it could not be replaced.
 */
final class Repair {
  private static final int BULK = 200;
  private static final int MAX_RAISED = 3;
  private static final int BULK_BYTES = 4 * 1024 * 1024;

  private final ElasticsearchConnection elasticsearch;
  private final EnrichedLog log;
  private final String target;
  private final InstantSource clock;

  private final List<Attempt> waiting = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private int waitingBytes;

  /**
   * One write.
   *
   * @param document null to delete
   * @param raised by how much the version is higher than what it should be
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Attempt(Finding finding, byte @Nullable [] document, long version, int raised) {
    Attempt raise() {
      return new Attempt(finding, document, version + 1, raised + 1);
    }
  }

  Repair(
      ElasticsearchConnection elasticsearch, EnrichedLog log, String index, InstantSource clock) {
    this.elasticsearch = elasticsearch;
    this.log = log;
    this.target = IndexNames.writeAlias(index);
    this.clock = clock;
  }

  /**
   * @return what Elasticsearch refused, and why, a line each
   */
  List<String> repair(List<Finding> findings) {
    Map<Integer, TreeMap<Long, Finding>> wanted = new HashMap<>();
    for (Finding finding : findings) {
      Expected expected = finding.expected();
      IndexDocuments.Held held = finding.held();
      if (expected == null) {
        // At the version that was seen: a newer one stays.
        add(new Attempt(finding, null, held == null ? 0 : held.written(), 0));
      } else if (finding.kind() != Finding.Kind.AHEAD) {
        wanted
            .computeIfAbsent(expected.partition(), partition -> new TreeMap<>())
            .put(expected.offset(), finding);
      }
    }
    resend(wanted);
    flush();
    return refused;
  }

  private void resend(Map<Integer, TreeMap<Long, Finding>> wanted) {
    Map<Integer, Long> from = new HashMap<>();
    Map<Integer, Long> to = new HashMap<>();
    wanted.forEach(
        (partition, findings) -> {
          from.put(partition, findings.firstKey());
          to.put(partition, findings.lastKey() + 1);
        });
    if (!wanted.isEmpty()) {
      log.read(
          from,
          to,
          EnrichedLog.Progress.NONE,
          record -> {
            TreeMap<Long, Finding> findings = wanted.get(record.partition());
            Finding finding = findings == null ? null : findings.get(record.offset());
            if (finding != null) {
              send(record, finding);
            }
          });
    }
  }

  private void send(ConsumerRecord<byte[], byte[]> record, Finding finding) {
    if (log.decode(record) instanceof Read.Value<EnrichedArticle>(EnrichedArticle article)) {
      IndexDocuments.Held held = finding.held();
      add(
          new Attempt(
              finding,
              ArticleDocument.toIndex(article, clock.instant()),
              Math.max(
                  Indexable.writtenVersion(article, clock.instant()),
                  held == null ? 0 : held.written()),
              0));
    }
  }

  private void add(Attempt attempt) {
    waiting.add(attempt);
    waitingBytes += attempt.document == null ? 0 : attempt.document.length;
    if (waiting.size() >= BULK || waitingBytes >= BULK_BYTES) {
      flush();
    }
  }

  private void flush() {
    while (!waiting.isEmpty()) {
      List<Attempt> sent = List.copyOf(waiting);
      waiting.clear();
      waitingBytes = 0;
      List<BulkResponseItem> items =
          elasticsearch
              .call(
                  client ->
                      client.bulk(
                          bulk -> bulk.operations(sent.stream().map(this::operation).toList())))
              .items();
      for (int i = 0; i < sent.size(); i++) {
        settle(sent.get(i), items.get(i));
      }
    }
  }

  private BulkOperation operation(Attempt attempt) {
    String id = DocumentId.of(attempt.finding.uri());
    byte[] document = attempt.document;
    return BulkOperation.of(
        bulk ->
            document == null
                ? bulk.delete(
                    delete ->
                        delete
                            .index(target)
                            .id(id)
                            .version(attempt.version)
                            .versionType(VersionType.ExternalGte))
                : bulk.index(
                    index ->
                        index
                            .index(target)
                            .requireAlias(true)
                            .id(id)
                            .version(attempt.version)
                            .versionType(VersionType.ExternalGte)
                            .document(BinaryData.of(document, ContentType.APPLICATION_JSON))));
  }

  /**
   * Elasticsearch remembers a deletion for a minute, one version above what was deleted, so what
   * has just been deleted by hand needs a higher one.
   */
  private void settle(Attempt attempt, BulkResponseItem item) {
    ErrorCause error = item.error();
    if (error == null) {
      return;
    }
    boolean conflict = item.status() == HttpStatus.CONFLICT;
    if (conflict && attempt.finding.kind() == Finding.Kind.MISSING && attempt.raised < MAX_RAISED) {
      waiting.add(attempt.raise());
    } else if (!conflict) {
      refused.add(
          "%s: Elasticsearch answered %d: %s"
              .formatted(attempt.finding.uri(), item.status(), ErrorText.of(error)));
    }
  }
}
