package org.articlepipeline.enrich.entities;

import java.util.HashMap;
import java.util.Map;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** Joins acronyms with the names that they shorten: NATO, U.S., LA. */
final class AcronymLinks {

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
    for (NameForm form : forms.all()) {
      NameMention name = form.mentions.getFirst();
      if (name.length() == 1) {
        String letters = Acronyms.letters(text.token(name.first()).text());
        NameForm full = longer.get(form.type() + letters);
        if (full == null && letters.length() >= SHORTEST_IN_ANY_ORDER) {
          full = onlyWithInitials(letters, form, forms);
        }
        if (full != null && letters.length() > 1) {
          full.join(form);
        }
      }
    }
  }

  /** Acronyms come from names in other languages, too, whose words have another order. */
  private static @Nullable NameForm onlyWithInitials(
      String letters, NameForm acronym, NameForms forms) {
    NameForm only = null;
    for (NameForm form : forms.ofType(EntityType.ORGANISATION)) {
      if (form.words.size() >= letters.length()
          && acronym.is(EntityType.ORGANISATION)
          && AcronymRule.areInitials(letters, String.join(" ", form.words))) {
        if (only != null) {
          return null;
        }
        only = form;
      }
    }
    return only;
  }
}
