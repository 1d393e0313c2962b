package org.articlepipeline.index.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.articlepipeline.index.document.DocumentId;

/**
 * A query, and what somebody who types it wants.
 *
 * @param kind what it is an example of, such as {@code name}
 * @param grades uri to 1 (in passing), 2 (a large part about it) or 3 (what is wanted first); what
 *     is not here is 0
 */
public record JudgedQuery(String kind, String words, Map<String, Integer> grades) {
  /** Hits that count: a page. */
  public static final int DEPTH = 10;

  private static final Pattern GRADE = Pattern.compile("([1-3]):\\s*(.*)");
  private static final Pattern QUERY = Pattern.compile("([^|]+?)\\s*\\|\\s*(.+)");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int HELD_OUT = 3;

  public JudgedQuery {
    grades = Map.copyOf(grades);
  }

  /**
   * Reads {@code kind | query}, each followed by lines of {@code grade: name name …}. Lines that
   * begin with # and empty ones are for people.
   *
   * @param articles the uris that a name stands for
   * @throws IllegalArgumentException with the line's number when one is none of these, or names
   *     nothing
   */
  public static List<JudgedQuery> parse(
      List<String> lines, Function<String, ? extends Collection<String>> articles) {
    List<JudgedQuery> queries = new ArrayList<>();
    Map<String, Integer> grades = Map.of();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher grade = GRADE.matcher(line);
      Matcher query = QUERY.matcher(line);
      if (grade.matches() && !queries.isEmpty()) {
        for (String name : SPACE.split(grade.group(2))) {
          Collection<String> named = articles.apply(name);
          if (named.isEmpty()) {
            throw bad(i, "no article is named " + name);
          }
          for (String uri : named) {
            grades.merge(uri, Integer.valueOf(grade.group(1)), Math::max);
          }
        }
        queries.set(queries.size() - 1, queries.getLast().judged(grades));
      } else if (query.matches()) {
        grades = new LinkedHashMap<>();
        queries.add(new JudgedQuery(query.group(1), query.group(2), grades));
      } else {
        throw bad(i, "neither `kind | query` nor `grade: uri uri …` after a query: " + line);
      }
    }
    for (JudgedQuery query : queries) {
      if (query.grades().isEmpty()) {
        throw new IllegalArgumentException("no article is judged for: " + query.words());
      }
    }
    return queries;
  }

  public JudgedQuery judged(Map<String, Integer> other) {
    return new JudgedQuery(kind, words, other);
  }

  /**
   * By a hash of the words, so that nobody chooses: a third, for measuring and never for tuning.
   */
  public boolean heldOut() {
    return Byte.toUnsignedInt(DocumentId.sha256(words.getBytes(UTF_8))[0]) % HELD_OUT == 0;
  }

  /**
   * Normalized discounted cumulative gain of a page, 0 to 1: gain {@code 2^grade - 1}, discount
   * {@code log2(rank + 1)} (Burges et al. 2005, as Elasticsearch's {@code _rank_eval}), against the
   * best order of all that is judged.
   *
   * @param uris of the hits, best first
   */
  public double ndcg(List<String> uris) {
    List<Integer> best = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
    return gain(uris.stream().map(uri -> grades.getOrDefault(uri, 0)).toList()) / gain(best);
  }

  private static double gain(List<Integer> ranked) {
    double sum = 0;
    for (int i = 0; i < Math.min(DEPTH, ranked.size()); i++) {
      sum += (Math.pow(2, ranked.get(i)) - 1) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }

  private static IllegalArgumentException bad(int line, String what) {
    return new IllegalArgumentException("line " + (line + 1) + ": " + what);
  }
}
