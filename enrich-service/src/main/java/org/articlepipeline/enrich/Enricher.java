package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.enrich.stories.ClusterStep;
import org.articlepipeline.enrich.stories.Signatures;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSignature;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.OversizedRecordException;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** From an accepted article, and what was published of it before, to what is published now. */
final class Enricher {
  private final Enrichment enrichment;
  private final Serializer<EnrichedArticle> serializer;

  Enricher(Enrichment enrichment, TopicSerdes serdes) {
    this.enrichment = enrichment;
    this.serializer = serdes.values(Topics.ENRICHED).serializer();
  }

  /**
   * @param headers that the record will have
   * @throws org.articlepipeline.schemas.RegistryUnavailableException when it has to be tried again
   */
  Outcome enrich(Publication last, Article article, Headers headers) {
    return switch (RunDecision.of(last, article.getRevision())) {
      case RunDecision.Enrich(int run) -> enrich(last, article, run, headers);
      case RunDecision.Superseded(long published) -> new Outcome.Superseded(published);
      case RunDecision.Exhausted() -> Outcome.Rejected.exhausted(article.getRevision());
    };
  }

  private Outcome enrich(Publication last, Article article, int run, Headers headers) {
    try {
      Enrichment.Result result = enrichment.analyse(article, run);
      EnrichedArticle enriched = result.article();
      assign(enriched, last.assignment());
      String digest = EnrichedDigest.of(enriched);
      if (run > 0 && digest.equals(last.digest())) {
        return new Outcome.Unchanged();
      }
      byte[] value = serializer.serialize(Topics.ENRICHED.name(), headers, enriched);
      RecordSize.check(Topics.ENRICHED, article.getUri().getBytes(UTF_8), value, headers);
      return new Outcome.Enriched(run, digest, value, signature(result));
    } catch (StepFailedException e) {
      return Outcome.Rejected.failed(e);
    } catch (OversizedRecordException e) {
      return Outcome.Rejected.tooLarge(e);
    }
  }

  private @Nullable ArticleSignature signature(Enrichment.Result result) {
    Analysis analysis = result.analysis();
    return enrichment.has(ClusterStep.NAME)
        ? Signatures.of(result.article(), analysis == null ? null : analysis.body())
        : null;
  }

  /** An article that may not be seen is in no story, until it may be again. */
  private static void assign(EnrichedArticle article, Publication.@Nullable Assignment to) {
    if (to != null && article.getBody() != null) {
      article.setClusterUri(to.clusterUri());
      article.setClusterHead(to.clusterHead());
      article.setDuplicateOf(to.duplicateOf());
    }
  }
}
