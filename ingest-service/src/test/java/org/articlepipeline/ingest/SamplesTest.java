package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.articlepipeline.ingest.feed.Feed;
import org.articlepipeline.ingest.feed.FeedException;
import org.articlepipeline.ingest.feed.FeedReader;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.Removal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Articles in the shapes in which they come, each beside what must become of it: {@code NAME.txt},
 * {@code .html}, {@code .ninjs.json}, {@code .wordpress.json} or {@code .feed.xml}, and {@code
 * NAME.expected}.
 */
class SamplesTest {

  static Stream<Path> samples() throws IOException, URISyntaxException {
    Path folder = Path.of(requireNonNull(SamplesTest.class.getResource("/samples")).toURI());
    List<Path> texts;
    try (Stream<Path> files = Files.list(folder)) {
      texts = files.filter(f -> !f.toString().endsWith(".expected")).sorted().toList();
    }
    assertThat(texts).hasSizeGreaterThanOrEqualTo(30);
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comesOutAsReviewed(Path text) throws IOException, FeedException {
    String[] name = text.getFileName().toString().split("\\.", 2);
    String body = Files.readString(text);
    String result =
        switch (name[1]) {
          case "txt" -> render(Format.TEXT, body);
          case "html" -> render(Format.HTML, body);
          case "ninjs.json" -> render(Format.NINJS, body);
          case "wordpress.json" -> render(Format.WORDPRESS, body);
          case "feed.xml" ->
              render(new FeedReader("samples").read(body.getBytes(UTF_8), null, null, NOW));
          default -> throw new AssertionError("what is " + text + "?");
        };

    assertThat(result).isEqualTo(Files.readString(text.resolveSibling(name[0] + ".expected")));
  }

  private static String render(Format format, String body) {
    var submission = usable("urn:test:1", 1, body).setFormat(format).build();
    return render(Submissions.ingest(submission).article());
  }

  private static String render(Feed feed) {
    var out = new StringBuilder();
    for (ArticleSubmission submission : feed.submissions()) {
      line(out, "uri", submission.getUri());
      line(out, "revision", Instant.ofEpochMilli(submission.getRevision()));
      line(out, "format", submission.getFormat());
      line(out, "extra", submission.getExtra().isEmpty() ? "" : submission.getExtra());
      out.append(render(Submissions.ingest(submission).article())).append("----\n");
    }
    feed.problems().forEach(problem -> line(out, "problem", problem));
    feed.notes().forEach(note -> line(out, "note", note));
    return out.toString();
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
    line(out, "subheadline", article.getSubheadline());
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
