package org.articlepipeline.ingest;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.articlepipeline.ingest.draft.BodyBytes;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.Particulars;
import org.articlepipeline.ingest.draft.ValidSubmission;
import org.articlepipeline.ingest.text.Byline;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.ingest.text.Names;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.jspecify.annotations.Nullable;

/** Makes the records that leave ingest. */
final class Articles {

  private Articles() {}

  /** A clean article. What the submission states wins over what the draft found. */
  static Article of(ValidSubmission valid, Draft draft, Instant ingestedAt) {
    ArticleSubmission s = valid.submission();
    String byline =
        s.getByline() == null ? draft.byline() : CharacterCleanup.cleanLine(s.getByline());
    Particulars found = draft.particulars();
    return base(s, ingestedAt)
        .setType(s.getType() == null ? "text" : s.getType())
        .setUrl(s.getUrl())
        .setCanonicalUrl(s.getCanonicalUrl() == null ? found.canonicalUrl() : s.getCanonicalUrl())
        .setHeadline(draft.headline())
        .setSubheadline(
            s.getSubheadline() == null
                ? found.subheadline()
                : CharacterCleanup.cleanLine(s.getSubheadline()))
        .setByline(byline)
        .setAuthors(authors(s, found, byline))
        .setSections(given(s.getSections(), draft.sections()))
        .setKeywords(given(s.getKeywords(), draft.keywords()))
        .setImages(s.getImages() == null ? found.images() : s.getImages())
        .setRights(s.getRights() == null ? found.rights() : s.getRights())
        .setLanguage(s.getLanguage() == null ? draft.language() : s.getLanguage())
        .setDatePublished(s.getContentCreated() == null ? draft.published() : s.getContentCreated())
        .setDateModified(s.getContentModified() == null ? draft.modified() : s.getContentModified())
        .setBody(String.join("\n\n", draft.lines()))
        .setRemovals(draft.removals())
        .setExtra(s.getExtra())
        .setSubmission(kept(valid))
        .build();
  }

  /**
   * What is left of an article that may not be seen: enough to outlive compaction and to beat older
   * revisions.
   */
  static Article withoutContent(ArticleSubmission s, Instant ingestedAt) {
    return base(s, ingestedAt).build();
  }

  /** The same for an article whose time ran out while it was held. */
  static Article withoutContent(Article a) {
    return Article.newBuilder()
        .setUri(a.getUri())
        .setRevision(a.getRevision())
        .setSource(a.getSource())
        .setPubStatus(a.getPubStatus())
        .setExpires(a.getExpires())
        .setSubmittedAt(a.getSubmittedAt())
        .setIngestedAt(a.getIngestedAt())
        .setPreviousRevision(a.getPreviousRevision())
        .setIngestVersion(a.getIngestVersion())
        .build();
  }

  private static Article.Builder base(ArticleSubmission s, Instant ingestedAt) {
    return Article.newBuilder()
        .setUri(s.getUri())
        .setRevision(s.getRevision())
        .setSource(s.getSource())
        .setPubStatus(s.getPubStatus())
        .setExpires(s.getExpires())
        .setSubmittedAt(s.getSubmittedAt())
        .setIngestedAt(ingestedAt)
        .setIngestVersion(Ingestion.VERSION);
  }

  private static List<String> authors(
      ArticleSubmission s, Particulars found, @Nullable String byline) {
    if (s.getByline() == null && !found.authors().isEmpty()) {
      return found.authors();
    }
    return byline == null ? List.of() : Byline.authors(byline);
  }

  private static List<String> given(@Nullable List<String> stated, List<String> found) {
    return Names.normal(stated == null ? found : stated);
  }

  /** The submission as it came, but gzipped; what was gzip already stays byte for byte. */
  private static ArticleSubmission kept(ValidSubmission valid) {
    ArticleSubmission.Builder copy = ArticleSubmission.newBuilder(valid.submission());
    return valid.submission().getContentEncoding() != null
        ? copy.build()
        : copy.setBody(ByteBuffer.wrap(BodyBytes.gzip(valid.body())))
            .setContentEncoding(BodyBytes.GZIP)
            .build();
  }
}
