package org.articlepipeline.ingest;

import java.util.List;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.SubmissionDecoder;
import org.articlepipeline.ingest.draft.TextDecoder;
import org.articlepipeline.ingest.html.HtmlDecoder;
import org.articlepipeline.ingest.json.NinjsDecoder;
import org.articlepipeline.ingest.json.WordPressDecoder;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;

/** The formats that can be read. */
public final class Decoders {

  static final List<SubmissionDecoder> ALL =
      List.of(new TextDecoder(), new HtmlDecoder(), new NinjsDecoder(), new WordPressDecoder());

  private Decoders() {}

  public static Checked<Draft> decode(ArticleSubmission submission, byte[] body) {
    for (SubmissionDecoder decoder : ALL) {
      if (decoder.format() == submission.getFormat()) {
        return decoder.decode(submission, body);
      }
    }
    List<Format> supported = ALL.stream().map(SubmissionDecoder::format).toList();
    return Checked.bad(
        Reason.UNSUPPORTED_FORMAT,
        "format",
        "Format %s can't be read; supported: %s.".formatted(submission.getFormat(), supported));
  }
}
