package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.Topics;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embargoes and expiries that end while nobody, or somebody else, keeps them. */
class EmbargoIT extends OnStack {

  /** So many that every partition has some. */
  private static final int ARTICLES = 60;

  /** Apart from that of other tests, which have their partitions, and so restore, at any time. */
  private static final Map<String, String> APPLICATION =
      Map.of("articles.streams.application-id", "embargo-it");

  @TempDir Path state;

  EmbargoIT(EmbeddedStack servers) {
    super(servers);
  }

  @Test
  void whatComesDueWhileTheServiceIsAwayIsDoneAsSoonAsItHasItsStateAgain() {
    Instant due;
    List<String> stores;
    try (IngestService _ = started("away")) {
      due = Instant.now().plusSeconds(5);
      send(usable("urn:away:held", 1).setEmbargoedUntil(due));
      send(usable("urn:away:expiring", 1).setExpires(due));
      awaitOutcomes("urn:away:", List.of("HELD", "ACCEPTED"));
      stores = stores("away");
    }
    Awaitility.await().until(() -> Instant.now().isAfter(due));
    assertThat(accepted("urn:away:", 1)).hasSize(1);

    try (IngestService _ = started("away")) {
      Instant ready = Instant.now();
      awaitOutcomes("urn:away:", List.of("HELD", "ACCEPTED", "RELEASED", "EXPIRED"));

      assertThat(accepted("urn:away:held", 1))
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.value().getBody()).isNotNull();
                assertThat(header(record, CloudEvents.ID)).isEqualTo("of urn:away:held");
                assertThat(header(record, CloudEvents.TRACE_PARENT)).isEqualTo("00-urn:away:held");
                assertThat(Instant.ofEpochMilli(record.timestamp()))
                    .isBetween(due, ready.plusMillis(1500));
              });
      assertThat(accepted("urn:away:expiring", 2).getLast().value().getBody()).isNull();
      assertThat(stores("away")).as("state on disk is used, not restored").isEqualTo(stores);
    }
  }

  @Test
  void whatIsHeldMovesToAnotherInstanceThatReleasesItOnce() {
    Instant due;
    try (IngestService second = stack.build(state.resolve("second"), APPLICATION)) {
      try (IngestService _ = started("first")) {
        due = Instant.now().plusSeconds(8);
        for (int i = 0; i < ARTICLES; i++) {
          send(usable("urn:move:" + i, 1).setEmbargoedUntil(due));
        }
        awaitOutcomes("urn:move:", repeated("HELD"));
        second.start();
        IngestStack.awaitReady(second);
      }
      Awaitility.await().until(() -> Instant.now().isAfter(due));
      awaitOutcomes("urn:move:", repeated("HELD", "RELEASED"));

      assertThat(accepted("urn:move:", ARTICLES))
          .hasSize(ARTICLES)
          .allSatisfy(
              record -> assertThat(Instant.ofEpochMilli(record.timestamp())).isAfterOrEqualTo(due))
          .extracting(ConsumerRecord::key)
          .doesNotHaveDuplicates();
    }
  }

  /** What RocksDB calls the stores of revisions: another name where one was made anew. */
  private List<String> stores(String name) {
    try (var files = Files.walk(state.resolve(name))) {
      var names = new ArrayList<String>();
      for (Path file : files.sorted().toList()) {
        if (file.endsWith(Path.of(IngestStores.REVISIONS, "IDENTITY"))) {
          names.add(Files.readString(file));
        }
      }
      assertThat(names).hasSize(6);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> repeated(String... outcomes) {
    return IntStream.range(0, ARTICLES).boxed().flatMap(i -> List.of(outcomes).stream()).toList();
  }

  private IngestService started(String name) {
    return stack.service(state.resolve(name), APPLICATION);
  }

  private void send(ArticleSubmission.Builder submission) {
    ArticleSubmission built = submission.build();
    var headers =
        CloudEvents.headersOf(built, "of " + built.getUri())
            .add(CloudEvents.TRACE_PARENT, ("00-" + built.getUri()).getBytes(UTF_8));
    var _ =
        stack
            .producer()
            .send(
                new ProducerRecord<>(
                    Topics.SUBMISSIONS.name(),
                    null,
                    built.getUri().getBytes(UTF_8),
                    stack
                        .serdes()
                        .values(Topics.SUBMISSIONS)
                        .serializer()
                        .serialize(Topics.SUBMISSIONS.name(), built),
                    headers));
  }

  private void awaitOutcomes(String prefix, List<String> expected) {
    assertThat(stack.await(Topics.RECEIPTS, expected.size(), r -> r.key().startsWith(prefix)))
        .extracting(r -> r.value().getOutcome())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private List<ConsumerRecord<String, Article>> accepted(String prefix, int count) {
    return stack.await(Topics.ACCEPTED, count, r -> r.key().startsWith(prefix));
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
