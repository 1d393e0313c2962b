package org.articlepipeline.index.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.articlepipeline.index.document.Fingerprint;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Looks at suspects one by one, by their uri: the log is read once more for them, their documents
 * are asked for by id, then what came into the log meanwhile is read. So whatever a document may
 * rest on has been seen, and only a record that the index's group has settled can be missing in it.
 */
final class Examination {
  private final EnrichedLog log;
  private final IndexDocuments documents;
  private final Offsets offsets;
  private final Duration stubGrace;
  private final InstantSource clock;

  private final Map<Long, Expected> newest = new HashMap<>();
  private final Set<Long> unreadable = new HashSet<>();

  Examination(
      EnrichedLog log,
      IndexDocuments documents,
      Offsets offsets,
      Duration stubGrace,
      InstantSource clock) {
    this.log = log;
    this.documents = documents;
    this.offsets = offsets;
    this.stubGrace = stubGrace;
    this.clock = clock;
  }

  /**
   * @param onTheirWay articles that wait for the group
   */
  record Result(List<Finding> findings, long onTheirWay) {}

  Result examine(Suspects suspects, EnrichedLog.Progress progress) {
    Set<Long> wanted = suspects.all().keySet();
    Map<Integer, Long> until = offsets.ends();
    log.read(Map.of(), until, progress, record -> take(record, wanted));
    Map<Integer, Long> settled = offsets.settled();
    Map<String, IndexDocuments.Held> held = documents.get(uris(suspects));
    log.read(until, offsets.ends(), EnrichedLog.Progress.NONE, record -> take(record, wanted));

    List<Finding> findings = new ArrayList<>();
    long onTheirWay = 0;
    for (Map.Entry<Long, @Nullable String> suspect : suspects.all().entrySet()) {
      Expected expected = newest.get(suspect.getKey());
      String uri = expected == null ? suspect.getValue() : expected.uri();
      IndexDocuments.Held document = uri == null ? null : held.get(uri);
      Optional<Finding.Kind> kind = kind(suspect.getKey(), expected, document);
      if (kind.isPresent() && expected != null && isOnItsWay(expected, settled)) {
        onTheirWay++;
      } else if (kind.isPresent()) {
        findings.add(new Finding(kind.get(), String.valueOf(uri), expected, document));
      }
    }
    findings.sort(Comparator.comparing(Finding::uri));
    return new Result(findings, onTheirWay);
  }

  private void take(ConsumerRecord<byte[], byte[]> kafka, Set<Long> wanted) {
    SourceRecord record = SourceRecord.of(kafka);
    long uriHash = Fingerprint.uriHash(record.keyText());
    if (!wanted.contains(uriHash)) {
      return;
    }
    if (log.decode(kafka) instanceof Read.Value<EnrichedArticle>(EnrichedArticle article)
        && Indexable.problem(record, article) == null) {
      Expected expected =
          Expected.of(article, kafka.partition(), kafka.offset(), clock.instant(), stubGrace);
      newest.merge(uriHash, expected, (old, next) -> next.version() >= old.version() ? next : old);
    } else {
      unreadable.add(uriHash);
    }
  }

  private List<String> uris(Suspects suspects) {
    return Stream.concat(
            suspects.all().values().stream().filter(Objects::nonNull),
            newest.values().stream().map(Expected::uri))
        .distinct()
        .toList();
  }

  private Optional<Finding.Kind> kind(
      long uriHash, @Nullable Expected expected, IndexDocuments.@Nullable Held held) {
    if (expected == null) {
      return held == null || unreadable.contains(uriHash)
          ? Optional.empty()
          : Optional.of(Finding.Kind.GHOST);
    }
    if (held == null) {
      return expected.mayBeAbsent() ? Optional.empty() : Optional.of(Finding.Kind.MISSING);
    }
    if (expected.is(held)) {
      return Optional.empty();
    }
    return Optional.of(
        held.version() > expected.version() ? Finding.Kind.AHEAD : Finding.Kind.STALE);
  }

  private static boolean isOnItsWay(Expected expected, Map<Integer, Long> settled) {
    return expected.offset() >= settled.getOrDefault(expected.partition(), 0L);
  }
}
