package org.articlepipeline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.articlepipeline.enrich.entities.CombinedRecognizer;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.tagger.NameTagger;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * Makes the document that is indexed from an accepted article. The same article and knowledge
 * always give the same document.
 */
public final class Enrichment {
  /** Written into each document. Changes whenever the same article would give another document. */
  public static final String VERSION = "4";

  /** What all steps share; named like them in timers and dead letters, but never off. */
  private static final String ANALYSIS = "analysis";

  private final Timer analysisTimer;
  private final List<TimedStep> steps;

  private record TimedStep(EnrichmentStep step, Timer timer) {}

  Enrichment(List<EnrichmentStep> steps, MeterRegistry metrics) {
    this.analysisTimer = EnrichMetric.STEP_TIME.timer(metrics, "step", ANALYSIS);
    this.steps =
        steps.stream()
            .map(s -> new TimedStep(s, EnrichMetric.STEP_TIME.timer(metrics, "step", s.name())))
            .toList();
  }

  /** All steps with this knowledge, measured by nobody. */
  public static Enrichment of(KnowledgeBase knowledge) {
    return of(knowledge, new SimpleMeterRegistry());
  }

  /** All steps with this knowledge, each with its timer. */
  public static Enrichment of(KnowledgeBase knowledge, MeterRegistry metrics) {
    return new Enrichment(
        EnrichmentSteps.all(new CombinedRecognizer(knowledge, NameTagger.load())), metrics);
  }

  /**
   * @param analysis what the steps read; null when the article may not be seen
   */
  record Result(EnrichedArticle article, @Nullable Analysis analysis) {}

  /**
   * @param run how often this revision was enriched before
   * @throws StepFailedException naming the step that can't cope with the article
   */
  public EnrichedArticle enrich(Article article, int run) {
    return analyse(article, run).article();
  }

  /** As {@link #enrich}. */
  Result analyse(Article article, int run) {
    EnrichedArticle.Builder result = ending(article, run);
    if (!isVisible(article)) {
      return new Result(result.build(), null);
    }
    copyContent(article, result);
    Analysis analysis =
        guarded(
            ANALYSIS,
            () -> Objects.requireNonNull(analysisTimer.record(() -> Analysis.of(article))));
    for (TimedStep timed : steps) {
      guarded(
          timed.step().name(),
          () -> {
            timed.timer().record(() -> timed.step().apply(analysis, result));
            return result;
          });
    }
    return new Result(result.build(), analysis);
  }

  boolean has(String step) {
    return steps.stream().anyMatch(timed -> timed.step().name().equals(step));
  }

  /** Whether its content may be seen at all. A status that this version does not know is none. */
  static boolean isVisible(Article article) {
    Instant expires = article.getExpires();
    boolean expired = expires != null && !expires.isAfter(article.getIngestedAt());
    return article.getPubStatus() == PubStatus.USABLE && article.getBody() != null && !expired;
  }

  /** What is left of an article that may not be seen: enough to take older revisions' place. */
  private static EnrichedArticle.Builder ending(Article article, int run) {
    return EnrichedArticle.newBuilder()
        .setUri(article.getUri())
        .setRevision(article.getRevision())
        .setEnrichmentRun(run)
        .setEnrichmentVersion(VERSION)
        .setSource(article.getSource())
        .setPubStatus(article.getPubStatus())
        .setType(article.getType())
        .setExpires(article.getExpires())
        .setSubmittedAt(article.getSubmittedAt())
        .setIngestedAt(article.getIngestedAt())
        .setClusterUri(article.getUri());
  }

  private static void copyContent(Article article, EnrichedArticle.Builder result) {
    result
        .setUrl(article.getUrl())
        .setCanonicalUrl(article.getCanonicalUrl())
        .setHeadline(article.getHeadline())
        .setSubheadline(article.getSubheadline())
        .setByline(article.getByline())
        .setAuthors(article.getAuthors())
        .setSections(article.getSections())
        .setKeywords(article.getKeywords())
        .setImages(article.getImages())
        .setRights(article.getRights())
        .setLanguage(article.getLanguage())
        .setDatePublished(article.getDatePublished())
        .setDateModified(article.getDateModified())
        .setBody(article.getBody())
        .setRemovals(article.getRemovals())
        .setExtra(article.getExtra())
        // Later steps may ask for what earlier ones, maybe switched off, would have found.
        .setPeople(new ArrayList<>())
        .setOrganisations(new ArrayList<>())
        .setPlaces(new ArrayList<>())
        .setOthers(new ArrayList<>());
  }

  private static <T> T guarded(String step, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError e) {
      throw new StepFailedException(step, e);
    }
  }
}
