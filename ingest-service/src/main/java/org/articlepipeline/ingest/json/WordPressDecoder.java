package org.articlepipeline.ingest.json;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.draft.Particulars;
import org.articlepipeline.ingest.draft.SubmissionDecoder;
import org.articlepipeline.ingest.html.FieldText;
import org.articlepipeline.ingest.html.HtmlPage;
import org.articlepipeline.ingest.html.HtmlText;
import org.articlepipeline.ingest.text.Apostrophes;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A post as WordPress's REST API gives it ({@code /wp/v2/posts/ID}); with {@code ?_embed}, its
 * authors, terms and picture are read, too. Local dates are not: they have no zone.
 */
public final class WordPressDecoder implements SubmissionDecoder {

  /** How WordPress and its themes end an excerpt that they cut from the text themselves. */
  private static final Pattern CUT =
      Pattern.compile("(?:\\[?(?:\u2026|\\.\\.\\.)\\]?|(?:Continue reading|Read more).{0,250}+)$");

  private static final int MAX_SUBHEADLINE = 500;

  @Override
  public Format format() {
    return Format.WORDPRESS;
  }

  @Override
  public Checked<Draft> decode(ArticleSubmission submission, byte[] body) {
    return JsonBody.read(submission, body, post -> draft(submission, post));
  }

  private static Draft draft(ArticleSubmission submission, JsonField post) {
    Instant embargo = embargo(submission, post);
    HtmlPage content = content(post.at("content"));
    List<String> authors = WordPressEmbedded.authors(post);
    var draft =
        new Draft(
            FieldText.ofHtml(post.at("title").at("rendered").text()),
            null,
            new PageMetadata(
                post.at("date_gmt").date(),
                post.at("modified_gmt").date(),
                authors.isEmpty() ? null : String.join(", ", authors),
                WordPressEmbedded.terms(post, "category"),
                WordPressEmbedded.terms(post, "post_tag")),
            new Particulars(
                subheadline(post, content.paragraphs()),
                authors,
                post.at("link").url(),
                WordPressEmbedded.images(post),
                null,
                embargo),
            HtmlText.lines(content.paragraphs()),
            content.removals());
    return draft.headline() == null && submission.getHeadline() == null
        ? draft.withNote("$.title.rendered is empty: a short first line is taken for the headline.")
        : draft;
  }

  /** A scheduled post is under embargo until its date; one that is not public is refused. */
  private static @Nullable Instant embargo(ArticleSubmission submission, JsonField post) {
    JsonField status = post.at("status");
    String value = status.text();
    if (value == null || value.equals("publish")) {
      return null;
    }
    if (!value.equals("future")) {
      throw status.bad(
          Reason.INVALID_STATUS,
          "is '%s', but the submission's pubStatus is USABLE. Send the post when its status is publish; one that is taken back as WITHHELD or CANCELED."
              .formatted(JsonPath.shown(value)));
    }
    Instant date = post.at("date_gmt").date();
    if (date == null && submission.getEmbargoedUntil() == null) {
      throw post.at("date_gmt")
          .bad(
              Reason.MISSING_FIELD,
              "is missing, but $.status is 'future': it says until when nobody may see the post.");
    }
    return date;
  }

  private static HtmlPage content(JsonField content) {
    if (content.at("protected").isTrue()) {
      throw content
          .at("protected")
          .bad(
              Reason.EMPTY_BODY,
              "is true: WordPress leaves the text out. Fetch the post with its password.");
    }
    JsonField rendered = content.at("rendered");
    String html = rendered.text();
    HtmlPage page = html == null ? null : HtmlPage.ofStored(html);
    if (page == null || page.paragraphs().isEmpty()) {
      throw rendered.bad(Reason.EMPTY_BODY, "holds no text. Send the post with its content.");
    }
    return page;
  }

  /** Only an excerpt that somebody wrote: most are the text's first words. */
  private static @Nullable String subheadline(JsonField post, List<String> paragraphs) {
    String excerpt = FieldText.ofHtml(post.at("excerpt").at("rendered").text());
    return excerpt == null
            || excerpt.length() > MAX_SUBHEADLINE
            || CUT.matcher(excerpt).find()
            || repeats(excerpt, Apostrophes.mend(String.join(" ", paragraphs)))
        ? null
        : excerpt;
  }

  /** Up to its first ellipsis, behind which a theme links to the post in its own language. */
  private static boolean repeats(String excerpt, String text) {
    int ellipsis = excerpt.indexOf('\u2026');
    return text.startsWith(ellipsis < 0 ? excerpt : excerpt.substring(0, ellipsis).strip());
  }
}
