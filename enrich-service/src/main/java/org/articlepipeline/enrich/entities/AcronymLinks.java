package org.articlepipeline.enrich.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** Joins acronyms with the names that they shorten: NATO, U.S., LA. */
final class AcronymLinks {

  private static final int SHORTEST_PART = 3;

  /** More names in one article are not compared letter by letter. */
  private static final int MAX_COMPARED = 64;

  /** Fewer letters are found in any name. */
  private static final int SHORTEST_IN_ANY_ORDER = 4;

  private AcronymLinks() {}

  static void join(NameForms forms) {
    ArticleText text = forms.text();
    Map<String, NameForm> longer = new HashMap<>();
    for (NameForm form : forms.all()) {
      NameMention name = form.mentions.getFirst();
      if (name.length() > 1 || form.words.getFirst().length() > 6) {
        for (String acronym : Acronyms.of(text, name.first(), name.end())) {
          longer.putIfAbsent(form.type() + acronym, form);
        }
      }
    }
    List<NameForm> organisations =
        forms.ofType(EntityType.ORGANISATION).stream()
            .filter(form -> form.words.size() > 1)
            .limit(MAX_COMPARED)
            .toList();
    for (NameForm form : forms.all()) {
      NameMention name = form.mentions.getFirst();
      if (name.length() == 1) {
        String letters = Acronyms.letters(text.token(name.first()).text());
        NameForm full = longer.get(form.type() + letters);
        if (full == null && letters.length() >= SHORTEST_PART) {
          full = onlyWithInitials(letters, form, organisations);
        }
        if (full != null && letters.length() > 1) {
          full.join(form);
        }
      }
    }
  }

  /**
   * Of some acronyms the letters are a part of the initials (DFL of State Democratic Farmer Labour
   * Party), or more than them (UNIMAR); those from other languages may have another order.
   */
  private static @Nullable NameForm onlyWithInitials(
      String letters, NameForm acronym, List<NameForm> organisations) {
    NameForm only = null;
    for (NameForm form : organisations) {
      if (acronym.is(EntityType.ORGANISATION) && isFrom(letters, form.words)) {
        if (only != null && only.leader() != form.leader()) {
          return null;
        }
        only = only == null ? form : only;
      }
    }
    return only;
  }

  private static boolean isFrom(String letters, List<String> words) {
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      initials.append(NameWords.PARTICLES.contains(word) ? "" : word.substring(0, 1));
    }
    if (initials.length() > letters.length() && initials.indexOf(letters) >= 0) {
      return true;
    }
    return letters.length() >= SHORTEST_IN_ANY_ORDER
        && (words.size() >= letters.length()
                && AcronymRule.areInitials(letters, String.join(" ", words))
            || Acronyms.areBeginnings(letters, words));
  }
}
