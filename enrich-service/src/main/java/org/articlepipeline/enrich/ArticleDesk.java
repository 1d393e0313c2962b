package org.articlepipeline.enrich;

import static java.util.Objects.requireNonNullElse;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topics;

/**
 * The one place that writes articles to {@code articles.enriched}: in the task that owns their uri,
 * whoever asks for it.
 */
final class ArticleDesk {
  private final Enricher enricher;
  private final KeyValueStore<String, Publication> publications;
  private final EnrichSinks sinks;

  ArticleDesk(
      Enricher enricher, KeyValueStore<String, Publication> publications, EnrichSinks sinks) {
    this.enricher = enricher;
    this.publications = publications;
    this.sinks = sinks;
  }

  /** {@link Publication#NONE} when there is none. */
  Publication publication(String uri) {
    return requireNonNullElse(publications.get(uri), Publication.NONE);
  }

  void remember(String uri, Publication publication) {
    publications.put(uri, publication);
  }

  /**
   * Enriches and publishes, unless something newer or the same was published; with a receipt.
   *
   * @param cause the record to which the receipt, or the dead letter, belongs
   * @param timestamp in epoch milliseconds, and headers: those of what is published
   */
  void enrich(SourceRecord cause, Article article, long timestamp, Headers headers) {
    Publication last = publication(article.getUri());
    Outcome outcome = publish(last, article, timestamp, headers);
    report(cause, article, last, outcome);
  }

  /** The same, but says nothing of what comes out as it was: nobody asked for this article. */
  void enrichIfChanged(SourceRecord cause, Article article, long timestamp, Headers headers) {
    Publication last = publication(article.getUri());
    Outcome outcome = publish(last, article, timestamp, headers);
    if (!(outcome instanceof Outcome.Unchanged)) {
      report(cause, article, last, outcome);
    }
  }

  private Outcome publish(Publication last, Article article, long timestamp, Headers headers) {
    Outcome outcome = enricher.enrich(last, article, headers);
    long revision = article.getRevision();
    if (outcome instanceof Outcome.Enriched(int run, String digest, byte[] value, var _)) {
      Headers withVersion = new PublishedVersion(revision, run).with(headers);
      sinks.publish(article.getUri(), value, timestamp, withVersion);
      remember(article.getUri(), last.published(revision, run, digest));
    } else if (outcome instanceof Outcome.Rejected) {
      remember(article.getUri(), last.seen(revision));
    }
    return outcome;
  }

  private void report(SourceRecord cause, Article article, Publication last, Outcome outcome) {
    switch (outcome) {
      case Outcome.Enriched(int run, String _, byte[] _, var signature) -> {
        sinks.enriched(article, run);
        sinks.send(sinks.receipt(cause, Outcomes.ENRICHED, article).setEnrichmentRun(run).build());
        // A request does not change the text.
        if (signature != null && (run == 0 || cause.topic().equals(Topics.ACCEPTED.name()))) {
          sinks.send(signature);
        }
      }
      case Outcome.Unchanged() ->
          sinks.send(
              sinks
                  .receipt(cause, Outcomes.UNCHANGED, article)
                  .setEnrichmentRun(last.run())
                  .build());
      case Outcome.Superseded(long published) ->
          sinks.send(
              sinks
                  .receipt(cause, Outcomes.SUPERSEDED, article)
                  .setMessage("Revision %d was enriched before.".formatted(published))
                  .build());
      case Outcome.Rejected(var rejection) -> sinks.reject(cause, rejection, article);
    }
  }
}
