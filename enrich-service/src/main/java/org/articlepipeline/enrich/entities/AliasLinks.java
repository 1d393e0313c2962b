package org.articlepipeline.enrich.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins two names of which the text says that they are of one: "Nadia Brook, better known as
 * Sailor", "the rapper (who now goes by Ye)", "University of Northgate (UNG)".
 */
final class AliasLinks {
  /** Tokens between the two names, or between the name and the phrase. */
  private static final int FARTHEST = 60;

  private AliasLinks() {}

  static void join(NameForms forms, List<NameMention> names) {
    ArticleText text = forms.text();
    Map<NameMention, NameForm> formOf = new HashMap<>();
    forms.all().forEach(form -> form.mentions.forEach(mention -> formOf.put(mention, form)));
    for (int i = 1; i < names.size(); i++) {
      NameMention alias = names.get(i);
      NameForm second = formOf.get(alias);
      for (int j = i - 1; j >= 0 && second != null; j--) {
        NameMention name = names.get(j);
        NameForm first = formOf.get(name);
        if (alias.first() - name.end() > FARTHEST || first == null) {
          break;
        }
        if (name.type() == alias.type() && isAlias(text, name, alias, j == i - 1)) {
          first.join(second);
          break;
        }
      }
    }
  }

  private static boolean isAlias(
      ArticleText text, NameMention name, NameMention alias, boolean adjacent) {
    int before = alias.first() - 1;
    if (adjacent && before == name.end() && text.token(before).text().equals("(")) {
      return AcronymRule.shortens(text.token(alias.first()), text.words(name.first(), name.end()));
    }
    return saysAlias(text, name.end(), skipSigns(text, before));
  }

  /** Before an alias may stand a quote or "the". */
  private static int skipSigns(ArticleText text, int position) {
    int i = position;
    while (i > 0 && (text.word(i).isEmpty() || text.word(i).equals("the"))) {
      i--;
    }
    return i;
  }

  private static boolean saysAlias(ArticleText text, int from, int last) {
    if (last < from + 1) {
      return false;
    }
    String word = text.word(last);
    String before = text.word(last - 1);
    return switch (word) {
      case "as" -> before.equals("known");
      case "by" -> before.equals("goes") || before.equals("go") || before.equals("went");
      case "nicknamed", "nee", "aka", "alias" -> true;
      // Only at once behind the name: "Brook (born Nadia Lane)".
      case "born" -> last == from + 1 && before.isEmpty();
      default -> false;
    };
  }
}
