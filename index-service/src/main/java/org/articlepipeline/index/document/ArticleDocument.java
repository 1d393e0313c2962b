package org.articlepipeline.index.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.KeyPhrase;
import org.articlepipeline.schemas.Mention;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.Quote;
import org.articlepipeline.schemas.Subject;

/**
 * The JSON document that search frontends read. Instants are ISO 8601 in UTC, offsets count UTF-16
 * units of {@code body}, what is null or empty is left out. Removals stay in the log.
 */
public final class ArticleDocument {
  /** {@link Fingerprint#bucket}, in the index only. */
  public static final String AUDIT_BUCKET = "auditBucket";

  /** {@link Fingerprint#hashA}, in the index only. */
  public static final String AUDIT_HASH_A = "auditHashA";

  /** {@link Fingerprint#hashB}, in the index only. */
  public static final String AUDIT_HASH_B = "auditHashB";

  /** The fields that the index has besides the document. */
  public static final List<String> AUDIT_FIELDS = List.of(AUDIT_BUCKET, AUDIT_HASH_A, AUDIT_HASH_B);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ArticleDocument() {}

  /** The document with all of its content, as readers get it, as a tree. */
  public static ObjectNode of(EnrichedArticle article) {
    try {
      return (ObjectNode) MAPPER.readTree(object(article, json -> content(json, article)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What goes into the index at {@code now}: the content, or a stub without any when readers may
   * not see the article. The alias's filter is no boundary (a document is also read by its id), so
   * what may not be seen is not there.
   */
  public static byte[] toIndex(EnrichedArticle article, Instant now) {
    boolean stub = Stub.isOf(article, now);
    Fingerprint fingerprint = Fingerprint.of(article, stub);
    return stub
        ? JsonFields.object(256, json -> audit(Stub.fields(json, article), fingerprint))
        : object(
            article,
            json -> {
              audit(content(json, article), fingerprint);
              StemmedText.write(json, article);
            });
  }

  /** The fingerprint of what {@link #toIndex} writes at {@code now}. */
  public static Fingerprint fingerprint(EnrichedArticle article, Instant now) {
    return Fingerprint.of(article, Stub.isOf(article, now));
  }

  /** Only in the index: the audit adds these up. */
  private static void audit(JsonFields json, Fingerprint fingerprint) {
    json.number(AUDIT_BUCKET, fingerprint.bucket())
        .number(AUDIT_HASH_A, fingerprint.hashA())
        .number(AUDIT_HASH_B, fingerprint.hashB());
  }

  private static byte[] object(EnrichedArticle a, Consumer<JsonFields> fields) {
    String body = a.getBody();
    return JsonFields.object(2048 + (body == null ? 0 : body.length()), fields);
  }

  private static JsonFields content(JsonFields json, EnrichedArticle a) {
    return json.text("uri", a.getUri())
        .number("revision", a.getRevision())
        .text("source", a.getSource())
        .text("type", a.getType())
        .text("url", a.getUrl())
        .text("canonicalUrl", a.getCanonicalUrl())
        .text("pubStatus", a.getPubStatus().name())
        .text("headline", a.getHeadline())
        .text("subheadline", a.getSubheadline())
        .text("byline", a.getByline())
        .texts("authors", a.getAuthors())
        .texts("sections", a.getSections())
        .texts("keywords", a.getKeywords())
        .objects("subjects", a.getSubjects(), ArticleDocument::subject)
        .objects("images", a.getImages(), ArticleDocument::image)
        .text("rights", a.getRights())
        .text("language", a.getLanguage())
        .number("languageConfidence", a.getLanguageConfidence())
        .instant("datePublished", a.getDatePublished())
        .instant("dateModified", a.getDateModified())
        .instant("expires", a.getExpires())
        .instant("ingestedAt", a.getIngestedAt())
        .text("body", a.getBody())
        .text("summary", a.getSummary())
        .number("wordCount", a.getWordCount())
        .number("readTime", a.getReadTime())
        .number("readability", a.getReadability())
        .objects("people", a.getPeople(), ArticleDocument::entity)
        .objects("organisations", a.getOrganisations(), ArticleDocument::entity)
        .objects("places", a.getPlaces(), ArticleDocument::entity)
        .objects("others", a.getOthers(), ArticleDocument::entity)
        .objects("keyPhrases", a.getKeyPhrases(), ArticleDocument::keyPhrase)
        .objects("quotes", a.getQuotes(), ArticleDocument::quote)
        .text("contentHash", a.getContentHash())
        .text("duplicateOf", a.getDuplicateOf())
        .text("clusterUri", clusterUri(a))
        .flag("clusterHead", a.getClusterHead())
        .texts("extra", a.getExtra())
        .text("enrichmentVersion", a.getEnrichmentVersion())
        .number("enrichmentRun", a.getEnrichmentRun());
  }

  /** Always set, so that grouping by story needs no special case. */
  private static String clusterUri(EnrichedArticle a) {
    String cluster = a.getClusterUri();
    return cluster == null ? a.getUri() : cluster;
  }

  private static void subject(JsonFields json, Subject s) {
    json.text("name", s.getName()).text("uri", s.getUri()).number("relevance", s.getRelevance());
  }

  private static void image(JsonFields json, Image i) {
    json.text("url", i.getUrl()).text("caption", i.getCaption()).text("credit", i.getCredit());
  }

  private static void entity(JsonFields json, NamedEntity e) {
    json.text("name", e.getName())
        .text("uri", e.getUri())
        .texts("sameAs", e.getSameAs())
        .texts("aliases", e.getAliases())
        .texts("alternateNames", e.getAlternateNames())
        .number("salience", e.getSalience())
        .number("confidence", e.getConfidence())
        .text("evidence", e.getEvidence())
        .objects("mentions", e.getMentions(), ArticleDocument::mention);
  }

  private static void mention(JsonFields json, Mention m) {
    json.number("start", m.getStart()).number("end", m.getEnd()).text("surface", m.getSurface());
  }

  private static void keyPhrase(JsonFields json, KeyPhrase k) {
    json.text("text", k.getText()).number("score", k.getScore());
  }

  private static void quote(JsonFields json, Quote q) {
    json.text("text", q.getText())
        .text("speaker", q.getSpeaker())
        .number("start", q.getStart())
        .number("end", q.getEnd());
  }
}
