package org.articlepipeline.ingest.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.Reason;

/** RSS and Atom: an article for each entry. */
final class FeedBodyReader implements BodyReader {
  private static final Set<String> TYPES = Set.of("application/rss+xml", "application/atom+xml");

  private static final String URL = "url";

  /** What entries have of their own. */
  private static final List<String> OWN = List.of("uri", "revision", SubmissionFields.FORMAT);

  private static final int MAX_TOLD = 5;

  private final Feeds feeds;

  FeedBodyReader(Feeds feeds) {
    this.feeds = feeds;
  }

  @Override
  public Set<String> mediaTypes() {
    return TYPES;
  }

  @Override
  public int limit() {
    return Limits.MAX_BODY_BYTES;
  }

  @Override
  public Contents read(Payload payload, ObjectNode query, String source) {
    ObjectNode fields = query.deepCopy();
    JsonNode url = fields.remove(URL);
    for (String name : OWN) {
      if (fields.has(name)) {
        throw Problem.malformed(
                name, "A feed's entries have a %s of their own; leave it out.".formatted(name))
            .exception();
      }
    }
    Feeds.Entries entries =
        feeds.read(
            source,
            payload.inflated(limit()),
            payload.charset(),
            url == null ? null : url.asText());
    if (entries.articles().isEmpty()) {
      throw nothing(entries.problems());
    }
    List<ArticleSubmission.Builder> articles =
        entries.articles().stream().map(ArticleSubmission::newBuilder).toList();
    articles.forEach(article -> apply(fields, article));
    return new Contents(articles, true, entries.problems());
  }

  /** What the query gives goes for each entry; to the extra fields it only adds. */
  private static void apply(ObjectNode fields, ArticleSubmission.Builder article) {
    Map<String, String> extra = new HashMap<>(article.getExtra());
    SubmissionFields.apply(fields, article, "");
    extra.putAll(article.getExtra());
    article.setExtra(extra);
  }

  private static ProblemException nothing(List<String> problems) {
    String why =
        problems.isEmpty()
            ? "The feed holds no entries."
            : String.join(" ", problems.subList(0, Math.min(MAX_TOLD, problems.size())));
    return Problem.of(Problem.Kind.INVALID_SUBMISSION, why)
        .because(Reason.UNSUPPORTED_FORMAT.code())
        .in(SubmissionFields.BODY)
        .exception();
  }
}
