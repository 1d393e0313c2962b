package org.articlepipeline.ingest;

import static java.util.Objects.requireNonNull;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.Removal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts in the shapes in which pages come, each beside what must become of it: {@code NAME.txt} or
 * {@code NAME.html} and {@code NAME.expected}.
 */
class SamplesTest {

  static Stream<Path> samples() throws IOException, URISyntaxException {
    Path folder = Path.of(requireNonNull(SamplesTest.class.getResource("/samples")).toURI());
    List<Path> texts;
    try (Stream<Path> files = Files.list(folder)) {
      texts = files.filter(f -> !f.toString().endsWith(".expected")).sorted().toList();
    }
    assertThat(texts).hasSizeGreaterThanOrEqualTo(4);
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comesOutAsReviewed(Path text) throws IOException {
    Path expected = Path.of(text.toString().replaceFirst("\\.\\w+$", ".expected"));
    Format format = text.toString().endsWith(".html") ? Format.HTML : Format.TEXT;
    var submission = usable("urn:test:1", 1, Files.readString(text)).setFormat(format).build();

    assertThat(render(Submissions.ingest(submission).article()))
        .isEqualTo(Files.readString(expected));
  }

  /** Fields that are empty are left out; then a blank line and the body. */
  private static String render(Article article) {
    var out = new StringBuilder();
    line(out, "language", article.getLanguage());
    line(out, "canonical", article.getCanonicalUrl());
    line(out, "rights", article.getRights());
    for (Image image : article.getImages()) {
      line(out, "image", image.getUrl() + " | " + image.getCaption() + " | " + image.getCredit());
    }
    line(out, "headline", article.getHeadline());
    line(out, "published", article.getDatePublished());
    line(out, "modified", article.getDateModified());
    line(out, "byline", article.getByline());
    line(out, "authors", String.join(", ", article.getAuthors()));
    line(out, "sections", String.join(", ", article.getSections()));
    line(out, "keywords", String.join(", ", article.getKeywords()));
    for (Removal removal : article.getRemovals()) {
      line(out, "removed", removal.getRule() + " | " + removal.getText());
    }
    return out.append('\n').append(article.getBody()).append('\n').toString();
  }

  private static void line(StringBuilder out, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      out.append(name).append(": ").append(value).append('\n');
    }
  }
}
