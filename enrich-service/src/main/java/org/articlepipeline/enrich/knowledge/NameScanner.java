package org.articlepipeline.enrich.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.CommonWords;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;

/** Finds the longest names in a text, from left to right, none over another. */
public final class NameScanner {
  /** Capitalised words that may stand before a surname without being part of a name. */
  private static final Set<String> TITLES =
      Set.of(
          "Mr",
          "Mrs",
          "Ms",
          "Miss",
          "Dr",
          "Sir",
          "Lord",
          "Lady",
          "Dame",
          "Prof",
          "Professor",
          "President",
          "Vice",
          "Senator",
          "Sen",
          "Governor",
          "Gov",
          "Representative",
          "Rep",
          "Congressman",
          "Congresswoman",
          "Secretary",
          "Minister",
          "Premier",
          "Chancellor",
          "Mayor",
          "Judge",
          "Justice",
          "General",
          "Gen",
          "Colonel",
          "Captain",
          "Officer",
          "Coach",
          "King",
          "Queen",
          "Prince",
          "Princess",
          "Pope",
          "Bishop",
          "Cardinal");

  private static final Set<String> OPENERS = Set.of("“", "\"", "„", "«", "‘", "'", "(", "[", ":");

  private final NameIndex index;
  private final AnalysedText text;
  private final boolean headline;
  private final int firstPosition;
  private final String[] folded;
  private final int[] hashes;

  /** For each token, what starts with it and is written like a name, the longest first. */
  private final List<List<Candidate>> candidates;

  /**
   * @param end index of the token after its last
   * @param claimants whose name it is; not empty
   */
  private record Candidate(int end, List<KnownName> claimants) {}

  /**
   * @param firstPosition the position of the text's first token in the article
   */
  public NameScanner(NameIndex index, AnalysedText text, boolean headline, int firstPosition) {
    this.index = index;
    this.text = text;
    this.headline = headline;
    this.firstPosition = firstPosition;
    int size = text.tokens().size();
    this.folded = new String[size];
    this.hashes = new int[size];
    for (int i = 0; i < size; i++) {
      folded[i] = NameHash.fold(text.tokens().get(i).text());
      hashes[i] = folded[i].hashCode();
    }
    this.candidates = new ArrayList<>(Collections.nCopies(size, List.of()));
    for (Sentence sentence : text.sentences()) {
      for (int at = sentence.firstToken(); at < sentence.endToken(); at++) {
        int lengths = index.lengths(NameHash.next(NameHash.NONE, hashes[at]));
        if (lengths != 0) {
          candidates.set(at, candidates(sentence, at, lengths));
        }
      }
    }
  }

  /**
   * Names are matched where they are strong or, if weak, where {@code supported} holds for their
   * entity and they are not part of something else. May be called again, for others.
   */
  public List<NameMatch> scan(Predicate<KnownEntity> supported) {
    List<NameMatch> matches = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      int free = sentence.firstToken();
      for (int at = free; at < sentence.endToken(); at++) {
        int end = longest(sentence, free, at, supported, matches);
        if (end > at) {
          free = end;
          at = end - 1;
        }
      }
    }
    return matches;
  }

  /** Where the longest name that starts at a token ends; the token's own index when none does. */
  private int longest(
      Sentence sentence,
      int free,
      int at,
      Predicate<KnownEntity> supported,
      List<NameMatch> matches) {
    for (Candidate candidate : candidates.get(at)) {
      int end = candidate.end();
      List<KnownName> claimants = candidate.claimants();
      boolean weakFits = weakFits(sentence, free, at, end);
      if (claimants.stream()
          .anyMatch(n -> n.strong() || (weakFits && supported.test(n.entity())))) {
        List<KnownName> usable =
            weakFits ? claimants : claimants.stream().filter(KnownName::strong).toList();
        matches.add(new NameMatch(firstPosition + at, headline, text.span(at, end), usable));
        return end;
      }
    }
    return at;
  }

  /**
   * @param lengths a bit for each number of tokens that names have which start like this
   */
  private List<Candidate> candidates(Sentence sentence, int at, int lengths) {
    List<Candidate> found = new ArrayList<>(1);
    int hash = NameHash.NONE;
    for (int end = at + 1; end <= sentence.endToken() && lengths >>> end - at != 0; end++) {
      hash = NameHash.next(hash, hashes[end - 1]);
      if ((lengths >>> end - at & 1) != 0) {
        List<KnownName> claimants = written(sentence, at, end, hash);
        if (!claimants.isEmpty()) {
          found.addFirst(new Candidate(end, claimants));
        }
      }
    }
    return found;
  }

  /** The names that are written as these tokens are; in capitals, any case will do. */
  private List<KnownName> written(Sentence sentence, int at, int end, int hash) {
    if (!index.has(hash)) {
      return List.of();
    }
    if (sentence.style() == Style.ALL_CAPS) {
      // "GIVE US MORE" is not about the United States.
      String inSmall = String.join(" ", Arrays.asList(folded).subList(at, end));
      return end - at == 1 && CommonWords.contains(folded[at])
          ? List.of()
          : index.find(hash, name -> NameHash.fold(name.phrase()).equals(inSmall));
    }
    byte[] utf8 = NameIndex.phrase(text.tokens().subList(at, end)).getBytes(UTF_8);
    return index.find(hash, name -> name.isWritten(utf8));
  }

  /** Whether a weak name may stand here: not as a common word, not as part of a longer name. */
  private boolean weakFits(Sentence sentence, int free, int at, int end) {
    boolean start = startsSentence(sentence, at);
    boolean plain = sentence.style() == Style.PLAIN;
    if (end - at == 1 && (start || !plain) && CommonWords.contains(folded[at])) {
      return false;
    }
    if (!plain) {
      return true;
    }
    boolean continued = end < sentence.endToken() && isNamePart(end);
    boolean continues =
        !start && at > free && isNamePart(at - 1) && !startsSentence(sentence, at - 1);
    return !continued && !continues;
  }

  private boolean isNamePart(int i) {
    Token token = text.tokens().get(i);
    return token.isWord()
        && token.startsUpperCase()
        && !TITLES.contains(token.text())
        && !CommonWords.contains(folded[i]);
  }

  private boolean startsSentence(Sentence sentence, int at) {
    if (at == sentence.firstToken()) {
      return true;
    }
    Token before = text.tokens().get(at - 1);
    return before.kind() == Kind.SIGN && OPENERS.contains(before.text());
  }
}
