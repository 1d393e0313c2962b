package org.articlepipeline.enrich.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.enrich.entities.AliasPhrase.Kind;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Joins two names of which the text says that they are of one: "Nadia Brook, better known as
 * Sailor", "the rapper (who now goes by Ye)", "University of Northgate (UNG)".
 */
final class AliasLinks {
  /** Tokens between the name and the phrase. */
  private static final int FARTHEST = 60;

  private final NameForms forms;
  private final ArticleText text;
  private final List<NameMention> names;
  private final Map<NameMention, NameForm> formOf = new HashMap<>();

  private AliasLinks(NameForms forms, List<NameMention> names) {
    this.forms = forms;
    this.text = forms.text();
    this.names = names;
    forms.all().forEach(form -> form.mentions.forEach(mention -> formOf.put(mention, form)));
  }

  static void join(NameForms forms, List<NameMention> names) {
    AliasLinks links = new AliasLinks(forms, names);
    for (int i = 1; i < names.size(); i++) {
      links.join(i);
    }
  }

  private void join(int i) {
    NameMention alias = names.get(i);
    NameForm second = formOf.get(alias);
    NameMention before = names.get(i - 1);
    NameForm first = formOf.get(before);
    if (second == null || first == null) {
      return;
    }
    if (isInBrackets(before, alias)) {
      first.join(second);
      return;
    }
    AliasPhrase phrase = AliasPhrase.before(text, alias.first());
    NameMention name = phrase == null ? null : named(i, phrase);
    NameForm whole = name == null ? null : formOf.get(name);
    if (phrase != null && whole != null && whole != second) {
      boolean split = phrase.kind() == Kind.BIRTH && second.isOneWord();
      whole.join(split ? forms.split(second, List.of(alias)) : second);
    }
  }

  /** The name that the phrase is about. */
  private @Nullable NameMention named(int alias, AliasPhrase phrase) {
    NameMention other = names.get(alias);
    boolean person = phrase.isPersonal() && other.known() == null;
    EntityType type = person ? EntityType.PERSON : other.type();
    for (int j = alias - 1; j >= 0; j--) {
      NameMention name = names.get(j);
      int gap = phrase.first() - name.end();
      if (gap > FARTHEST) {
        return null;
      }
      if (gap >= 0 && name.type() == type) {
        return isAbout(name, gap, phrase) ? name : null;
      }
    }
    return null;
  }

  private boolean isAbout(NameMention name, int gap, AliasPhrase phrase) {
    boolean sign = gap == 1 && text.word(name.end()).isEmpty();
    if (phrase.isAdjacent()) {
      return sign && !text.token(name.end()).text().equals(".");
    }
    return phrase.kind() != Kind.BORN
        || text.sentence(name.first()) == text.sentence(phrase.first());
  }

  /** {@code Northgate University (NU)}, {@code Nadia Brook (“Sailor”)}, {@code Wacht (Guard)} */
  private boolean isInBrackets(NameMention name, NameMention alias) {
    int open = name.end();
    if (open >= alias.first() || !text.token(open).text().equals("(")) {
      return false;
    }
    boolean quoted =
        alias.first() == open + 2 && NameParts.QUOTES.contains(text.token(open + 1).text());
    if (name.type() != alias.type() || !(quoted || alias.first() == open + 1)) {
      return false;
    }
    String acronym = text.words(name.first(), name.end());
    return quoted
        || isForeignAcronym(name, alias)
        || AcronymRule.shortens(text.token(alias.first()), acronym)
        || isTranslation(name, alias);
  }

  /** Of what the organisation is called at home, behind a name that says what it is. */
  private boolean isForeignAcronym(NameMention name, NameMention alias) {
    boolean institution = false;
    for (int i = name.first(); i < name.end(); i++) {
      institution |= ContextWords.INSTITUTIONS.contains(text.word(i));
    }
    return institution
        && alias.length() == 1
        && alias.known() == null
        && alias.type() == EntityType.ORGANISATION
        && Acronyms.letters(text.token(alias.first()).text()).length() > 1
        && alias.end() < text.size()
        && text.token(alias.end()).text().equals(")");
  }

  /** Two names of several words each, of what is no person. */
  private boolean isTranslation(NameMention name, NameMention alias) {
    return name.type() != EntityType.PERSON
        && name.length() > 1
        && alias.length() > 1
        && alias.known() == null
        && alias.end() < text.size()
        && text.token(alias.end()).text().equals(")");
  }
}
