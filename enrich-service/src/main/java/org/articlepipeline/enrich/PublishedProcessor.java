package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topics;

/**
 * Reads back what was published. Usually the store knows it all. When the store was lost, or the
 * service was of a version that had none, its runs go on from here: what is newer than the store
 * knows was published before that.
 */
final class PublishedProcessor extends ArticleProcessor {
  private final ArticleReader reader;
  private final RecordReader<EnrichedArticle> published;

  PublishedProcessor(ArticleReader reader, Parts parts) {
    super(parts);
    this.reader = reader;
    this.published = new RecordReader<>(Topics.ENRICHED, parts.serdes());
  }

  /** What can't be read here, index-service rejects. */
  @Override
  void process(SourceRecord source) {
    PublishedVersion version = PublishedVersion.of(source.headers());
    if (version != null && isKnown(source.keyText(), version)) {
      return;
    }
    if (published.read(source) instanceof Read.Value<EnrichedArticle> read) {
      EnrichedArticle article = read.value();
      version = new PublishedVersion(article.getRevision(), article.getEnrichmentRun());
      if (!isKnown(article.getUri(), version)) {
        learn(source, desk().publication(article.getUri()), article);
      }
    }
  }

  private boolean isKnown(String uri, PublishedVersion version) {
    return !desk().publication(uri).isOlderThan(version.revision(), version.run());
  }

  private void learn(SourceRecord source, Publication known, EnrichedArticle article) {
    Publication learned =
        known.learned(
            article.getRevision(), article.getEnrichmentRun(), EnrichedDigest.of(article));
    boolean assigned = known.assignment() != null || article.getBody() == null;
    desk().remember(article.getUri(), assigned ? learned : learned.assigned(assignment(article)));
    if (!known.learned()) {
      publishAgain(source, article.getUri());
    }
  }

  private void publishAgain(SourceRecord source, String uri) {
    SourceRecord stored = accepted().get(uri.getBytes(UTF_8));
    if (stored != null
        && reader.read(stored) instanceof ArticleReader.Reading.Readable(Article article)) {
      desk().enrich(source, article, sinks().now().toEpochMilli(), stored.headers());
    }
  }

  /** Of version 0: any that comes is newer. */
  private static Publication.Assignment assignment(EnrichedArticle article) {
    String cluster = article.getClusterUri();
    return new Publication.Assignment(
        cluster == null ? article.getUri() : cluster,
        article.getClusterHead(),
        article.getDuplicateOf(),
        0);
  }
}
