package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.IndexService;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.TestPipeline;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the audit says of an index that the service filled, and that was damaged by hand. */
@UsesStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditIT {
  private static final Duration TIME = Duration.ofSeconds(30);

  private final TestPipeline pipeline;
  private final IndexService service;

  AuditIT(EmbeddedStack stack) {
    pipeline = new TestPipeline(stack);
    service = IndexService.build(pipeline.config());
  }

  @BeforeAll
  void start() {
    service.start();
    await().atMost(TIME).until(() -> service.health().ready());
  }

  @AfterAll
  void stop() {
    service.close();
    pipeline.close();
  }

  @Test
  void anIndexAddsUpToTheArticlesThatWerePublished() {
    BucketSums before = IndexSums.read(pipeline.elasticsearch(), IndexNames.ARTICLES_ALL);
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      articles.add(
          Samples.article("urn:sums:" + i, i + 1)
              .setSource("sums")
              .setContentHash("hash" + i)
              .setPubStatus(i % 10 == 0 ? PubStatus.CANCELED : PubStatus.USABLE)
              .build());
    }
    pipeline.publishAll(articles);
    articles.forEach(article -> before.add(ArticleDocument.fingerprint(article, Instant.now())));
    await().atMost(TIME).until(() -> pipeline.refreshedCount("sums") == 500);

    BucketSums after = IndexSums.read(pipeline.elasticsearch(), IndexNames.ARTICLES_ALL);

    assertThat(after.articles()).isEqualTo(before.articles());
    assertThat(after.differing(before).isEmpty()).isTrue();
  }
}
