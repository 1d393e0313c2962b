package org.articlepipeline.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.KeyPhrase;
import org.articlepipeline.schemas.Mention;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Quote;
import org.articlepipeline.schemas.Removal;
import org.articlepipeline.schemas.Subject;

/** Articles for tests. */
public final class Samples {
  static final Instant SUBMITTED = Instant.parse("2026-03-01T10:15:30.250Z");
  static final String BODY =
      "Mayor Ana Ruiz opened the tide mill.\n\n“It turns again,” Ruiz said in Port Salvo.";

  private Samples() {}

  /** The least that is visible. */
  public static EnrichedArticle.Builder article(String uri, long revision) {
    return EnrichedArticle.newBuilder()
        .setUri(uri)
        .setRevision(revision)
        .setSource("harbour-news")
        .setPubStatus(PubStatus.USABLE)
        .setHeadline("Tide mill turns again, revision " + revision)
        .setBody(BODY)
        .setSubmittedAt(SUBMITTED)
        .setIngestedAt(SUBMITTED.plusMillis(40));
  }

  /** Every field set. */
  public static EnrichedArticle full(String uri) {
    return article(uri, 7)
        .setEnrichmentRun(2)
        .setEnrichmentVersion("1.4")
        .setUrl("https://harbour.example/mill")
        .setCanonicalUrl("https://harbour.example/2026/mill")
        .setSubheadline("After forty years")
        .setByline("By Ida Holm")
        .setAuthors(List.of("Ida Holm"))
        .setSections(List.of("News", "Coast"))
        .setKeywords(List.of("mills"))
        .setSubjects(List.of(new Subject("energy", "medtop:20000256", 0.8)))
        .setImages(List.of(new Image("https://harbour.example/mill.jpg", "The mill", "I. Holm")))
        .setRights("© Harbour News")
        .setLanguage("en")
        .setLanguageConfidence(0.98)
        .setDatePublished(Instant.parse("2026-03-01T09:00:00Z"))
        .setDateModified(Instant.parse("2026-03-01T09:30:00Z"))
        .setExpires(Instant.parse("2999-01-01T00:00:00Z"))
        .setSummary("The tide mill works again.")
        .setWordCount(14)
        .setReadTime(1)
        .setReadability(71.5)
        .setPeople(List.of(ruiz()))
        .setPlaces(
            List.of(
                NamedEntity.newBuilder()
                    .setName("Port Salvo")
                    .setSalience(0.4)
                    .setConfidence(0.7)
                    .setEvidence("rule")
                    .build()))
        .setKeyPhrases(List.of(new KeyPhrase("tide mill", 0.9)))
        .setQuotes(List.of(new Quote("It turns again,", "Ana Ruiz", 39, 54)))
        .setContentHash("ab12")
        .setDuplicateOf("urn:test:other")
        .setClusterUri("urn:test:story")
        .setClusterHead(false)
        .setRemovals(List.of(new Removal("Share this", "share-bar", 1.0)))
        .setExtra(Map.of("desk", "coast"))
        .build();
  }

  private static NamedEntity ruiz() {
    return NamedEntity.newBuilder()
        .setName("Ana Ruiz")
        .setUri("urn:entity:ruiz")
        .setSameAs(List.of("https://www.wikidata.org/wiki/Q1"))
        .setAliases(List.of("Ana Ruiz", "Ruiz"))
        .setSalience(0.9)
        .setConfidence(0.95)
        .setEvidence("knowledge-base")
        .setMentions(List.of(new Mention(6, 14, "Ana Ruiz"), new Mention(56, 60, "Ruiz")))
        .build();
  }
}
