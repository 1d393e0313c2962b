package org.articlepipeline.enrich.tagger;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts with labelled names: a token, a tab and its tag on each line ({@code O}, {@code
 * B-PER}, {@code I-PER}; ORG and LOC alike; other types count as outside), a blank line after each
 * sentence. The five columns of Universal NER (number, token, tag, ...) are taken as well, and
 * gzip. A comment {@code # source NAME ...} or {@code # newdoc ...} opens a text.
 */
final class LabelledFile {
  private final Path file;
  private final Set<String> unrelated;
  private final List<LabelledText> texts = new ArrayList<>();
  private LabelledTextBuilder text = new LabelledTextBuilder();
  private boolean oneText = true;
  private @Nullable String before;
  private int line;

  private LabelledFile(Path file, Set<String> unrelated) {
    this.file = file;
    this.unrelated = unrelated;
  }

  /**
   * @param unrelated names of sources whose sentences have nothing to do with one another: each is
   *     a text of its own
   * @throws BadTrainingDataException when the file isn't of this format
   */
  static List<LabelledText> read(Path file, Set<String> unrelated) throws IOException {
    return new LabelledFile(file, unrelated).read();
  }

  private List<LabelledText> read() throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8.newDecoder()))) {
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        line++;
        if (row.startsWith("# source ") || row.startsWith("# newdoc")) {
          endText();
          String[] words = row.split(" ", 4);
          oneText = words.length < 3 || !unrelated.contains(words[2]);
        } else if (row.isBlank()) {
          endSentence();
        } else if (!row.startsWith("# ")) {
          token(row.split("\t", -1));
        }
      }
    } catch (MalformedInputException e) {
      throw problem("is not UTF-8");
    }
    endText();
    if (texts.isEmpty()) {
      throw new BadTrainingDataException(file + ": holds no text");
    }
    return texts;
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }

  private void token(String[] columns) throws BadTrainingDataException {
    boolean numbered = columns.length > 2;
    if (columns.length < 2) {
      throw problem("expected a token, a tab and a tag such as O or B-PER");
    }
    String token = columns[numbered ? 1 : 0];
    String tag = columns[numbered ? 2 : 1];
    if (token.isBlank()) {
      throw problem("the token is empty");
    }
    NameType type = type(tag);
    boolean continues = tag.startsWith("I-") && before != null && before.equals(tag.substring(2));
    text.add(token, type, continues);
    before = type == null ? null : tag.substring(2);
  }

  private @Nullable NameType type(String tag) throws BadTrainingDataException {
    if (tag.equals("O")) {
      return null;
    }
    if (!tag.startsWith("B-") && !tag.startsWith("I-")) {
      throw problem("the tag '%s' is none of O, B-TYPE, I-TYPE".formatted(tag));
    }
    return switch (tag.substring(2)) {
      case "PER" -> NameType.PERSON;
      case "ORG" -> NameType.ORGANISATION;
      case "LOC" -> NameType.PLACE;
      default -> null;
    };
  }

  private void endSentence() {
    text.endSentence();
    before = null;
    if (!oneText) {
      endText();
    }
  }

  private void endText() {
    before = null;
    if (!text.isEmpty()) {
      texts.add(text.build());
      text = new LabelledTextBuilder();
    }
  }

  private BadTrainingDataException problem(String problem) {
    return new BadTrainingDataException("%s, line %d: %s".formatted(file, line, problem));
  }
}
