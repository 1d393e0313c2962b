package org.articlepipeline.enrich.tagger;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts with labelled names in the JSON format of DocRED (Yao et al. 2019): an array of
 * documents with {@code sents}, tokens of each sentence, and {@code vertexSet}, entities and their
 * mentions. Its guidelines are brought in line with those of the other sources: peoples, languages,
 * beliefs and parties' adjectives, which it calls places and organisations, are no names here, and
 * an article is no part of one.
 */
final class DocRedFile {
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "'", "\"");

  /** As {@link WordList#DEMONYM}, but not of use to the tagger. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "african",
          "anglican",
          "baptist",
          "bolshevik",
          "briton",
          "buddhist",
          "communist",
          "conservative",
          "croat",
          "dane",
          "fascist",
          "finn",
          "islam",
          "jew",
          "kurd",
          "liberal",
          "lutheran",
          "marxist",
          "methodist",
          "mormon",
          "nazi",
          "orthodox",
          "pole",
          "scots",
          "serb",
          "shia",
          "shiite",
          "sikh",
          "slav",
          "socialist",
          "sunni",
          "swede",
          "turk");

  /** {@code Swedish}, {@code Maltese}, {@code Peruvians}, {@code Buddhism} */
  private static final Pattern PEOPLE = Pattern.compile("\\w{2}(ish|ese|ians?|eans?|ism)$");

  private static final Set<String> SEAS = Set.of("caribbean", "mediterranean");

  private final Lexicon lexicon = new LexiconBuilder().ownLists().build();
  private final List<LabelledText> texts = new ArrayList<>();

  private record Mention(int sentence, int first, int end, String type) {}

  private DocRedFile() {}

  /**
   * @throws BadTrainingDataException when the file isn't of this format
   */
  static List<LabelledText> read(Path file) throws IOException {
    var reader = new DocRedFile();
    try {
      for (JsonNode document : new ObjectMapper().readTree(file.toFile())) {
        reader.document(document);
      }
    } catch (JacksonException | IndexOutOfBoundsException e) {
      throw new BadTrainingDataException(
          "%s: is not of DocRED's JSON format (%s)".formatted(file, e.getMessage()));
    }
    if (reader.texts.isEmpty()) {
      throw new BadTrainingDataException(file + ": holds no text");
    }
    return reader.texts;
  }

  private void document(JsonNode document) {
    List<List<String>> sentences = new ArrayList<>();
    for (JsonNode sentence : document.path("sents")) {
      List<String> tokens = new ArrayList<>();
      sentence.forEach(token -> tokens.add(token.asText().replaceAll("[\\s\u00A0]+", "")));
      sentences.add(tokens);
    }
    List<Mention[]> names = sentences.stream().map(tokens -> new Mention[tokens.size()]).toList();
    for (Mention mention : mentions(document)) {
      mark(names.get(mention.sentence()), mention);
    }
    var text = new LabelledTextBuilder();
    for (int s = 0; s < sentences.size(); s++) {
      write(sentences.get(s), names.get(s), text);
      text.endSentence();
    }
    if (!text.isEmpty()) {
      texts.add(text.build());
    }
  }

  /** Longer ones first: what is inside of another name is none. */
  private static List<Mention> mentions(JsonNode document) {
    List<Mention> mentions = new ArrayList<>();
    for (JsonNode entity : document.path("vertexSet")) {
      for (JsonNode mention : entity) {
        JsonNode range = mention.path("pos");
        mentions.add(
            new Mention(
                mention.path("sent_id").asInt(),
                range.path(0).asInt(),
                range.path(1).asInt(),
                mention.path("type").asText()));
      }
    }
    mentions.sort(
        Comparator.comparingInt((Mention m) -> m.first() - m.end())
            .thenComparingInt(Mention::sentence)
            .thenComparingInt(Mention::first)
            .thenComparing(Mention::type));
    return mentions;
  }

  private static void mark(Mention[] sentence, Mention mention) {
    for (int i = mention.first(); i < mention.end(); i++) {
      if (sentence[i] != null) {
        return;
      }
    }
    for (int i = mention.first(); i < mention.end(); i++) {
      sentence[i] = mention;
    }
  }

  private void write(List<String> tokens, Mention[] mentions, LabelledTextBuilder text) {
    @Nullable Mention[] names = new Mention[mentions.length];
    for (int i = 0; i < names.length; i++) {
      Mention mention = mentions[i];
      if (mention != null && i == mention.first()) {
        int first = i;
        while (first < mention.end()
            && (ARTICLES.contains(tokens.get(first).toLowerCase(Locale.ROOT))
                || tokens.get(first).isEmpty())) {
          first++;
        }
        if (type(mention) != null && isName(tokens.subList(first, mention.end()), mention)) {
          for (int k = first; k < mention.end(); k++) {
            names[k] = mention;
          }
        }
      }
    }
    Mention before = null;
    for (int i = 0; i < names.length; i++) {
      StringBuilder word = new StringBuilder(tokens.get(i));
      int last = i;
      // "post - war" is one word that was cut.
      while (last + 2 < names.length
          && tokens.get(last + 1).equals("-")
          && names[i] == names[last + 1]
          && names[i] == names[last + 2]
          && !word.isEmpty()
          && Character.isLetterOrDigit(word.charAt(word.length() - 1))
          && !tokens.get(last + 2).isEmpty()
          && Character.isLetterOrDigit(tokens.get(last + 2).charAt(0))) {
        word.append('-').append(tokens.get(last + 2));
        last += 2;
      }
      Mention name = names[i];
      if (!word.isEmpty()) {
        text.add(word.toString(), name == null ? null : type(name), name != null && name == before);
        before = name;
      }
      i = last;
    }
  }

  private boolean isName(List<String> words, Mention mention) {
    if (words.isEmpty() || words.stream().noneMatch(Shape::hasUpperCase)) {
      return false;
    }
    if (type(mention) == NameType.PERSON) {
      return true;
    }
    String last = words.getLast().toLowerCase(Locale.ROOT);
    boolean people = words.size() == 1 && PEOPLE.matcher(last).find() && !SEAS.contains(last);
    return !people
        && !isListed(last)
        && !(last.endsWith("s") && isListed(last.substring(0, last.length() - 1)));
  }

  private boolean isListed(String word) {
    int lists = Lexicon.Entry.lists(lexicon.entry(Hash.lowerCased(word)));
    return WordList.DEMONYM.in(lists) || NO_NAMES.contains(word);
  }

  private static @Nullable NameType type(Mention mention) {
    return switch (mention.type()) {
      case "PER" -> NameType.PERSON;
      case "ORG" -> NameType.ORGANISATION;
      case "LOC" -> NameType.PLACE;
      default -> null;
    };
  }
}
