package org.articlepipeline.ingest.draft;

import java.util.List;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;

/**
 * Plain text, such as what a reader copies from a page: a line for each paragraph, or wrapped
 * lines.
 */
public final class TextDecoder implements SubmissionDecoder {

  @Override
  public Format format() {
    return Format.TEXT;
  }

  @Override
  public Checked<Draft> decode(ArticleSubmission submission, byte[] body) {
    return BodyText.decode(body, submission.getCharset()).then(TextDecoder::draft);
  }

  private static Checked<Draft> draft(BodyText body) {
    List<String> lines = CharacterCleanup.clean(body.text()).lines().toList();
    Draft draft = Draft.of(lines);
    if (!draft.hasText()) {
      return Checked.bad(
          Reason.EMPTY_BODY, "body", "The body is only white space. Send the article's text.");
    }
    return new Checked.Good<>(body.note() == null ? draft : draft.withNote(body.note()));
  }
}
