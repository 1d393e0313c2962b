package org.articlepipeline.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.articlepipeline.enrich.knowledge.EntityJsonLines;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;

/**
 * The articles of the demo, as pages look when their text is scraped, and what is known of those
 * they name.
 */
final class Samples {
  static final String SOURCE = "demo";

  private static final List<String> ARTICLES =
      List.of(
          "tram-bridge",
          "glacier-mission",
          "library-strike",
          "chess-final",
          "vineyard-robots",
          "strassenbahn");

  private Samples() {}

  static int count() {
    return ARTICLES.size();
  }

  /**
   * @param now when they are submitted, and their revision
   */
  static List<ArticleSubmission> submissions(Instant now) {
    return ARTICLES.stream().map(name -> submission(name, now)).toList();
  }

  private static ArticleSubmission submission(String name, Instant now) {
    return ArticleSubmission.newBuilder()
        .setUri("urn:articles:" + SOURCE + ":" + name)
        .setRevision(now.toEpochMilli())
        .setSource(SOURCE)
        .setPubStatus(PubStatus.USABLE)
        .setFormat(Format.TEXT)
        .setBody(ByteBuffer.wrap(bytes(name + ".txt")))
        .setSubmittedAt(now)
        .build();
  }

  static List<Entity> knowledge() {
    try (InputStream in = open("entities.jsonl");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return Stream.concat(EntityJsonLines.sample().stream(), EntityJsonLines.read(lines)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(
        Samples.class.getResourceAsStream("samples/" + name), () -> "no sample " + name);
  }
}
