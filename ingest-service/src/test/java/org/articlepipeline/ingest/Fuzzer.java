package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.ingest.draft.BodyBytes;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * Makes submissions out of the samples, broken at one or more of their layers: text, markup or
 * JSON; charset; gzip; the fields around; Avro's bytes; the record. A case depends on its seed
 * alone.
 */
final class Fuzzer {

  private static final int AVRO_HEADER = 5;

  private static final List<String> URLS =
      List.of(
          "",
          " ",
          "http://a.example/x",
          "http://[",
          "::",
          "javascript:x",
          "http://\u0000",
          "/rel",
          "mailto:x",
          "http://a.example/\uD800",
          "urn:x:y");

  private final Map<Format, List<String>> bodies = new HashMap<>();
  private final List<String> feeds = texts("/samples", ".feed.xml");

  /** What a client sends; {@code submission} as it was before Avro's bytes were broken. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Case(
      ArticleSubmission submission,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Headers headers) {}

  Fuzzer() {
    bodies.put(Format.TEXT, texts("/samples", ".txt"));
    bodies.put(Format.HTML, texts("/samples", ".html"));
    bodies.put(
        Format.NINJS,
        Stream.concat(texts("/samples", ".ninjs.json").stream(), texts("/ninjs", ".json").stream())
            .toList());
    bodies.put(
        Format.WORDPRESS,
        Stream.concat(
                texts("/samples", ".wordpress.json").stream(),
                texts("/wordpress", ".json").stream())
            .toList());
  }

  /**
   * @param schemaId of the submission's schema
   */
  Case make(long seed, int schemaId) {
    var random = new Random(seed);
    ArticleSubmission submission = submission(random);
    byte @Nullable [] key = loose(submission.getUri());
    byte @Nullable [] value = RawAvro.bytes(submission, schemaId);
    switch (random.nextInt(60)) {
      case 0 -> key = null;
      case 1 -> key = FuzzBytes.mutated(key, random);
      case 2 -> value = null;
      case 3, 4 -> value = FuzzBytes.mutated(value, random);
      case 5, 6 -> value = avro(value, random);
      case 7 -> value = new byte[random.nextInt(40)];
      default -> {
        // Only what is inside is broken.
      }
    }
    return new Case(submission, key, value, headers(random));
  }

  /** A feed: its markup, its text or its bytes broken. */
  byte[] feed(long seed) {
    var random = new Random(seed);
    String feed = feeds.get(random.nextInt(feeds.size()));
    String broken =
        switch (random.nextInt(4)) {
          case 0 -> FuzzText.mutated(feed, random);
          case 1 -> FuzzMarkup.mutated(feed, random);
          default ->
              feed.replace(
                  ">",
                  ">"
                      + (random.nextInt(3) == 0
                          ? "&#x" + Integer.toHexString(random.nextInt(0x300)) + ";"
                          : ""));
        };
    for (int left = random.nextInt(6); left > 0; left--) {
      broken = withOtherValue(broken, random);
    }
    byte[] bytes =
        FuzzBytes.encoded(broken, random.nextInt(5) == 0 ? FuzzBytes.charset(random) : "UTF-8");
    return random.nextInt(5) == 0 ? FuzzBytes.mutated(bytes, random) : bytes;
  }

  /** Well-formed still: the text of an element or an attribute becomes another one. */
  private static String withOtherValue(String feed, Random random) {
    String value =
        List.of(
                "",
                "x",
                "-1",
                "9999999999",
                "2026-99-99",
                "Mon, 99 Foo 20260 99:99:99 XYZ",
                "http://[",
                "::",
                "urn:x",
                "//",
                "a".repeat(3000),
                "+09:00",
                "text",
                "xhtml",
                "image/x")
            .get(random.nextInt(15));
    int start =
        feed.indexOf(random.nextBoolean() ? ">" : "=\"", random.nextInt(feed.length() + 1)) + 1;
    int from = start > 0 && feed.charAt(start - 1) == '=' ? start + 1 : start;
    int to = feed.indexOf(from > start ? '"' : '<', from);
    return start == 0 || to < 0 ? feed : feed.substring(0, from) + value + feed.substring(to);
  }

  /** Breaks the first fields, where lengths and unions stand close together. */
  private static byte[] avro(byte[] value, Random random) {
    int head = Math.min(value.length, AVRO_HEADER + random.nextInt(80));
    byte[] start =
        FuzzBytes.mutated(java.util.Arrays.copyOfRange(value, AVRO_HEADER, head), random);
    return ByteBuffer.allocate(AVRO_HEADER + start.length + value.length - head)
        .put(value, 0, AVRO_HEADER)
        .put(start)
        .put(value, head, value.length - head)
        .array();
  }

  private ArticleSubmission submission(Random random) {
    boolean known = random.nextInt(6) == 0;
    ArticleSubmission.Builder made =
        ArticleSubmission.newBuilder()
            .setUri("urn:fuzz:" + (known ? random.nextInt(20) : random.nextLong()))
            .setRevision(1 + random.nextInt(4))
            .setSource("fuzz-" + random.nextInt(5))
            .setPubStatus(PubStatus.USABLE)
            .setSubmittedAt(NOW);
    body(made, random);
    for (int left = random.nextInt(5) / 2; left > 0; left--) {
      field(made, random);
    }
    return made.build();
  }

  private void body(ArticleSubmission.Builder made, Random random) {
    Format format =
        List.of(Format.TEXT, Format.HTML, Format.NINJS, Format.WORDPRESS).get(random.nextInt(4));
    made.setFormat(random.nextInt(40) == 0 ? Format.values()[random.nextInt(5)] : format);
    String text = text(format, random);
    String charset = random.nextInt(3) == 0 ? FuzzBytes.charset(random) : "UTF-8";
    byte[] bytes = FuzzBytes.encoded(text, charset);
    switch (random.nextInt(6)) {
      case 0 -> made.setCharset(FuzzBytes.charsetName(random));
      case 1 -> made.setCharset(null);
      default -> made.setCharset(charset);
    }
    if (random.nextInt(6) == 0) {
      bytes = FuzzBytes.mutated(bytes, random);
    }
    if (random.nextInt(8) == 0) {
      bytes = BodyBytes.gzip(bytes);
      bytes = random.nextInt(3) == 0 ? FuzzBytes.mutated(bytes, random) : bytes;
      made.setContentEncoding(
          List.of("gzip", "gzip", "gzip", "GZIP", "br", "").get(random.nextInt(6)));
    } else if (random.nextInt(60) == 0) {
      made.setContentEncoding("gzip");
    }
    made.setBody(random.nextInt(200) == 0 ? null : ByteBuffer.wrap(bytes));
  }

  private String text(Format format, Random random) {
    List<String> seeds = bodies.getOrDefault(format, List.of());
    String seed = seeds.get(random.nextInt(seeds.size()));
    return switch (format) {
      case HTML -> FuzzMarkup.mutated(seed, random);
      case NINJS, WORDPRESS -> FuzzJson.mutated(seed, random);
      default -> FuzzText.mutated(seed, random);
    };
  }

  private static void field(ArticleSubmission.Builder made, Random random) {
    String word = FuzzText.mutated("Harbour bridge by Ann Ode", random);
    switch (random.nextInt(20)) {
      case 0 -> made.setUri(random.nextBoolean() ? word : word.repeat(50));
      case 1 ->
          made.setRevision(
              List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 43, (1L << 43) - 1)
                  .get(random.nextInt(6)));
      case 2 -> made.setSource(random.nextBoolean() ? word : word.repeat(20));
      case 3 -> made.setPubStatus(PubStatus.values()[random.nextInt(PubStatus.values().length)]);
      case 4 -> made.setUrl(url(random));
      case 5 -> made.setEmbargoedUntil(date(random));
      case 6 -> made.setExpires(date(random));
      case 7 -> made.setSubmittedAt(date(random));
      case 8 -> made.setType(word);
      case 9 -> made.setHeadline(word);
      case 10 -> made.setSubheadline(word);
      case 11 -> made.setByline(word);
      case 12 -> made.setSections(words(random));
      case 13 -> made.setKeywords(words(random));
      case 14 -> made.setLanguage(random.nextBoolean() ? word : "en-\uD800");
      case 15 ->
          made.setImages(List.of(new Image(url(random), word, random.nextBoolean() ? null : word)));
      case 16 -> made.setCanonicalUrl(url(random));
      case 17 -> made.setContentCreated(date(random));
      case 18 -> made.setContentModified(date(random));
      default -> made.setExtra(Map.of("x" + word, word, "", ""));
    }
  }

  private static List<String> words(Random random) {
    return IntStream.range(0, random.nextInt(200)).mapToObj(i -> FuzzText.token(random)).toList();
  }

  private static String url(Random random) {
    return random.nextBoolean()
        ? URLS.get(random.nextInt(URLS.size()))
        : "http://a.example/" + FuzzText.token(random);
  }

  private static Instant date(Random random) {
    long[] millis = {
      0,
      -1,
      Long.MAX_VALUE,
      Long.MIN_VALUE,
      253402300800000L,
      1767225600,
      NOW.toEpochMilli() + 1,
      NOW.toEpochMilli() + 86_400_000L
    };
    return Instant.ofEpochMilli(
        random.nextInt(4) == 0 ? random.nextLong() : millis[random.nextInt(millis.length)]);
  }

  private static Headers headers(Random random) {
    var headers = new RecordHeaders();
    for (int left = random.nextInt(4); left > 0; left--) {
      String name =
          List.of("ce_id", "ce_source", "ce_time", "traceparent", "", "\uD800", "x".repeat(300))
              .get(random.nextInt(7));
      byte[] value = new byte[random.nextInt(random.nextInt(50) == 0 ? 20_000 : 30)];
      random.nextBytes(value);
      headers.add(name, random.nextInt(8) == 0 ? null : value);
    }
    return headers;
  }

  private static byte[] loose(String text) {
    return text.getBytes(UTF_8);
  }

  private static List<String> texts(String folder, String end) {
    var url = Fuzzer.class.getResource(folder);
    if (url == null) {
      throw new IllegalStateException("no samples in " + folder);
    }
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files.filter(f -> f.toString().endsWith(end)).sorted().map(Fuzzer::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
