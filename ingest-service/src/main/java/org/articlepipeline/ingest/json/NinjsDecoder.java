package org.articlepipeline.ingest.json;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.draft.Particulars;
import org.articlepipeline.ingest.draft.SubmissionDecoder;
import org.articlepipeline.ingest.html.FieldText;
import org.articlepipeline.ingest.html.HtmlPage;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * IPTC ninjs 3 and 2, and what of ninjs 1 is still sent. The names here are those of ninjs 3;
 * {@link JsonField#at} finds ninjs 2's as well. The item's uri may differ from the submission's: a
 * CMS may name its articles as it likes.
 */
public final class NinjsDecoder implements SubmissionDecoder {

  private static final Set<String> WRITERS = Set.of("writer", "author", "reporter", "byline");

  @Override
  public Format format() {
    return Format.NINJS;
  }

  @Override
  public Checked<Draft> decode(ArticleSubmission submission, byte[] body) {
    return JsonBody.read(submission, body, NinjsDecoder::draft);
  }

  private static Draft draft(JsonField item) {
    requireUsable(item.at("pubStatus"));
    HtmlPage body = NinjsBody.read(item);
    Instant version = item.at("versionCreated").date();
    Instant created = first(item, "contentCreated", "firstCreated").date();
    return new Draft(
        NinjsHeadlines.main(item),
        FieldText.ofPlain(item.at("language").text()),
        new PageMetadata(
            created == null ? version : created,
            version,
            FieldText.ofPlain(first(item, "by", "byline").text()),
            List.of(),
            keywords(item)),
        new Particulars(
            NinjsHeadlines.sub(item),
            writers(item),
            null,
            NinjsImages.of(item),
            rights(item),
            first(item, "embargoedUntil", "embargoed").date()),
        body.paragraphs(),
        body.removals());
  }

  private static void requireUsable(JsonField status) {
    String value = status.text();
    if (value != null && !value.strip().equalsIgnoreCase("usable")) {
      throw status.bad(
          Reason.INVALID_STATUS,
          "is '%s', but the submission's pubStatus is USABLE. Send the same in both."
              .formatted(JsonPath.shown(value)));
    }
  }

  private static List<String> keywords(JsonField item) {
    return FieldText.distinct(
        Stream.concat(
                item.at("keywords").items().stream().map(JsonField::text),
                first(item, "subjects", "subject").items().stream()
                    .map(subject -> subject.at("name").text()))
            .map(FieldText::ofPlain));
  }

  private static List<String> writers(JsonField item) {
    return FieldText.distinct(
        item.at("infoSources").items().stream()
            .filter(source -> isWriter(source.at("role").text()))
            .map(source -> FieldText.ofPlain(source.at("name").text())));
  }

  private static boolean isWriter(@Nullable String role) {
    return role != null && WRITERS.contains(role.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String rights(JsonField item) {
    String notice = FieldText.ofPlain(item.at("copyrightNotice").text());
    String holder = FieldText.ofPlain(item.at("copyrightHolder").text());
    String terms = FieldText.ofPlain(item.at("usageTerms").text());
    List<String> rights = FieldText.distinct(Stream.of(notice == null ? holder : notice, terms));
    return rights.isEmpty() ? null : String.join(" ", rights);
  }

  private static JsonField first(JsonField item, String name, String otherwise) {
    JsonField value = item.at(name);
    return value.isAbsent() ? item.at(otherwise) : value;
  }
}
