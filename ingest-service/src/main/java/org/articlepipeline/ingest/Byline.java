package org.articlepipeline.ingest;

import java.util.List;
import java.util.regex.Pattern;

/** Who wrote an article, as it is printed: "By Jane Doe and John Roe". */
final class Byline {

  private static final int MAX_LENGTH = 120;
  private static final Pattern BY =
      Pattern.compile("^(?:(?:written|words) )?by[: ] ?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN =
      Pattern.compile(" ?[,;&] ?(?:and )?| and ", Pattern.CASE_INSENSITIVE);

  /**
   * One to five words, capitalised but for particles such as "van der"; initials and hyphens
   * allowed.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'\u2019-]*+(?: (?:\\p{Lu}[\\p{L}\\p{M}.'\u2019-]*+|van|von|der|den|de|la|le|da|di|do|dos|du|bin|al|el|ten|ter|y)){0,4}+");

  private Byline() {}

  /**
   * Whether a text, without its "By", is a list of names. A login name such as "admin" is one, too,
   * but gives no author.
   */
  static boolean isByline(String text) {
    return text.length() <= MAX_LENGTH
        && (isLogin(text)
            || List.of(BETWEEN.split(text)).stream().allMatch(n -> NAME.matcher(n).matches()));
  }

  /**
   * The names in a byline; none when it holds anything else, for a wrong author is worse than none.
   */
  static List<String> authors(String byline) {
    String names = withoutBy(byline);
    return names.length() > MAX_LENGTH || isLogin(names)
        ? List.of()
        : BETWEEN.splitAsStream(names).filter(n -> NAME.matcher(n).matches()).distinct().toList();
  }

  static boolean startsWithBy(String line) {
    return BY.matcher(line).find();
  }

  static String withoutBy(String line) {
    return BY.matcher(line).replaceFirst("").strip();
  }

  /** What systems print where no author was set. */
  static boolean isLogin(String text) {
    return text.equalsIgnoreCase("admin")
        || text.equalsIgnoreCase("staff")
        || text.equalsIgnoreCase("editor");
  }
}
