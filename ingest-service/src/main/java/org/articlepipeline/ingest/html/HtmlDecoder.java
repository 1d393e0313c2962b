package org.articlepipeline.ingest.html;

import org.articlepipeline.ingest.draft.BodyText;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.SubmissionDecoder;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A whole page, or the fragment of one that a CMS stores. */
public final class HtmlDecoder implements SubmissionDecoder {

  @Override
  public Format format() {
    return Format.HTML;
  }

  @Override
  public Checked<Draft> decode(ArticleSubmission submission, byte[] body) {
    return HtmlCharset.decode(body, submission.getCharset())
        .then(text -> draft(text, submission.getUrl()));
  }

  private static Checked<Draft> draft(BodyText body, @Nullable String url) {
    Document document = HtmlParser.parse(body.text());
    var evidence = new PageEvidence(document);
    PageFacts facts = PageFacts.of(evidence, url);
    HtmlPage page = HtmlPage.read(document, new Headlines(evidence));
    if (page.paragraphs().isEmpty()) {
      return Checked.bad(
          Reason.EMPTY_BODY, "body", "The page holds no text. Send the article's HTML.");
    }
    Draft draft = facts.draft(HtmlText.lines(page.paragraphs()), page.removals());
    return new Checked.Good<>(body.note() == null ? draft : draft.withNote(body.note()));
  }
}
