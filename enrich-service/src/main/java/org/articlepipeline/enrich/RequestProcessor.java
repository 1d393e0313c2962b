package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ClusterAssignment;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topics;

/** Enriches again what is asked for: the newest accepted revision, never a copy in the request. */
final class RequestProcessor extends ArticleProcessor {
  private final ArticleReader reader;
  private final RecordReader<EnrichmentRequest> requests;

  RequestProcessor(ArticleReader reader, Parts parts) {
    super(parts);
    this.reader = reader;
    this.requests = new RecordReader<>(Topics.ENRICHMENT_REQUESTS, parts.serdes());
  }

  @Override
  void process(SourceRecord source) {
    Read<EnrichmentRequest> request = requests.read(source);
    if (request instanceof Read.Value<EnrichmentRequest> read
        && read.value().getKnowledge() != null) {
      // KnowledgeProcessor's.
      return;
    }
    sinks().read(source);
    switch (request) {
      case Read.Value<EnrichmentRequest> read -> answer(source, read.value());
      case Read.Rejected<EnrichmentRequest> read -> sinks().reject(source, read.rejection(), null);
      case Read.Tombstone<EnrichmentRequest> ignored ->
          sinks().reject(source, Rejection.of(Reason.NULL_VALUE, "the request is null"), null);
    }
  }

  private void answer(SourceRecord source, EnrichmentRequest request) {
    byte[] uri = request.getUri().getBytes(UTF_8);
    if (!Arrays.equals(source.key(), uri)) {
      String message =
          "the key is '%s', the request's uri '%s'".formatted(source.keyText(), request.getUri());
      sinks().reject(source, new Rejection(Reason.KEY_MISMATCH, "uri", message), null);
      return;
    }
    SourceRecord stored = accepted().get(uri);
    if (stored == null) {
      String message = "no article '%s' was ever accepted".formatted(request.getUri());
      sinks().reject(source, Rejection.of(Reason.UNKNOWN_ARTICLE, message), null);
      return;
    }
    switch (reader.read(stored)) {
      case ArticleReader.Reading.Readable(Article article) ->
          enrich(source, request, article, stored);
      case ArticleReader.Reading.Unreadable(var rejection, var article) ->
          sinks().reject(source, rejection, article);
    }
  }

  private void enrich(
      SourceRecord source, EnrichmentRequest request, Article article, SourceRecord stored) {
    ClusterAssignment to = request.getAssignment();
    if (to != null && !assign(article, to)) {
      sinks()
          .send(
              sinks()
                  .receipt(source, Outcomes.STALE, article)
                  .setMessage(
                      "Assignment %d to %s, for revision %d, is out of date."
                          .formatted(to.getVersion(), to.getClusterUri(), to.getRevision()))
                  .build());
      return;
    }
    if (request.getForce()) {
      String uri = article.getUri();
      desk().remember(uri, desk().publication(uri).toBePublished());
    }
    desk().enrich(source, article, sinks().now().toEpochMilli(), stored.headers());
  }

  /** Whether it is of this revision and newer than the one before. */
  private boolean assign(Article article, ClusterAssignment to) {
    String uri = article.getUri();
    Publication last = desk().publication(uri);
    boolean isNewer = last.assignment() == null || to.getVersion() > last.assignment().version();
    if (to.getRevision() < article.getRevision() || !isNewer) {
      return false;
    }
    desk()
        .remember(
            uri,
            last.assigned(
                new Publication.Assignment(
                    to.getClusterUri(),
                    to.getClusterHead(),
                    to.getDuplicateOf(),
                    to.getVersion())));
    return true;
  }
}
