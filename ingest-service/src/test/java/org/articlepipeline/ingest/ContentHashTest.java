package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.TEXT;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.articlepipeline.ingest.draft.BodyBytes;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.ingest.draft.ValidSubmission;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  private static final String BASE = hash(usable("urn:test:1", 1));

  @Test
  void theTimeOfSubmissionIsNoContent() {
    assertThat(hash(usable("urn:test:1", 1).setSubmittedAt(NOW.plusSeconds(1)))).isEqualTo(BASE);
  }

  @Test
  void theContentEncodingIsNoContent() {
    var gzipped =
        usable("urn:test:1", 1)
            .setContentEncoding("gzip")
            .setBody(ByteBuffer.wrap(BodyBytes.gzip(TEXT.getBytes(UTF_8))));

    assertThat(hash(gzipped)).isEqualTo(BASE);
  }

  @Test
  void everyOtherFieldIs() {
    assertThat(
            List.of(
                hash(usable("urn:test:1", 1, TEXT + " ")),
                hash(usable("urn:test:1", 1).setCharset("utf-8")),
                hash(usable("urn:test:1", 1).setEmbargoedUntil(NOW)),
                hash(usable("urn:test:1", 1).setExpires(NOW)),
                hash(usable("urn:test:1", 1).setHeadline("x")),
                hash(usable("urn:test:1", 1).setByline("x")),
                hash(usable("urn:test:1", 1).setSections(List.of())),
                hash(usable("urn:test:1", 1).setSections(List.of("a", "b"))),
                hash(usable("urn:test:1", 1).setSections(List.of("ab"))),
                hash(usable("urn:test:1", 1).setImages(List.of(new Image("u", null, "c")))),
                hash(usable("urn:test:1", 1).setImages(List.of(new Image("u", "c", null)))),
                hash(bare("urn:test:1", 1, PubStatus.ERASED)),
                BASE))
        .doesNotHaveDuplicates();
  }

  @Test
  void theOrderOfTheExtraFieldsIsNoContent() {
    var forward = new LinkedHashMap<String, String>();
    var backward = new LinkedHashMap<String, String>();
    IntStream.range(0, 100).forEach(i -> forward.put("k" + i, "v"));
    IntStream.range(0, 100).forEach(i -> backward.put("k" + (99 - i), "v"));

    assertThat(hash(usable("urn:test:1", 1).setExtra(forward)))
        .isEqualTo(hash(usable("urn:test:1", 1).setExtra(backward)))
        .isNotEqualTo(BASE);
  }

  private static String hash(ArticleSubmission.Builder submission) {
    if (SubmissionRules.check(submission.build())
        instanceof Checked.Good<ValidSubmission>(var valid)) {
      return ContentHash.of(valid);
    }
    throw new AssertionError("not valid");
  }
}
