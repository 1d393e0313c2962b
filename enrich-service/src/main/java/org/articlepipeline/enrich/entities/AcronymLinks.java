package org.articlepipeline.enrich.entities;

import java.util.HashMap;
import java.util.Map;

/** Joins acronyms with the names that they shorten: NATO, U.S., LA. */
final class AcronymLinks {

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
        if (full != null && letters.length() > 1) {
          full.join(form);
        }
      }
    }
  }
}
