package org.articlepipeline.ingest;

import java.util.List;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;

/** A whole page, or the fragment of one that a CMS stores. */
final class HtmlDecoder implements SubmissionDecoder {

  @Override
  public Format format() {
    return Format.HTML;
  }

  @Override
  public Checked<Draft> decode(ArticleSubmission submission, byte[] body) {
    return HtmlCharset.decode(body, submission.getCharset()).then(HtmlDecoder::draft);
  }

  private static Checked<Draft> draft(BodyText body) {
    List<String> paragraphs = HtmlText.fromFragment(body.text());
    if (paragraphs.isEmpty()) {
      return Checked.bad(
          Reason.EMPTY_BODY, "body", "The page holds no text. Send the article's HTML.");
    }
    Draft draft = Draft.of(HtmlText.lines(paragraphs));
    return new Checked.Good<>(body.note() == null ? draft : draft.withNote(body.note()));
  }
}
