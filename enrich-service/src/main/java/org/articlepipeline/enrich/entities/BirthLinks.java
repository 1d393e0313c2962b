package org.articlepipeline.enrich.entities;

import java.util.List;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Joins the name of birth of the person whom the article is about with the later one: {@code Nadia
 * Lane was born in Northgate} in an article about Nadia Brook; {@code Born Nadia Lane, she ...}.
 */
final class BirthLinks {

  private BirthLinks() {}

  static void join(NameForms forms) {
    List<NameForm> people = forms.ofType(EntityType.PERSON);
    NameForm principal = principal(people);
    if (principal == null) {
      return;
    }
    for (NameForm form : people) {
      NameMention mention = form.mentions.getFirst();
      if (form != principal
          && PersonName.of(form).isFull()
          && mention.first() > principal.first()
          && isBirthName(forms.text(), mention, form, principal)) {
        principal.join(form);
      }
    }
  }

  /** Who is named in full first, the headline before all. */
  private static @Nullable NameForm principal(List<NameForm> people) {
    for (NameForm form : people) {
      if (PersonName.of(form).isFull()) {
        return form;
      }
    }
    return null;
  }

  private static boolean isBirthName(
      ArticleText text, NameMention mention, NameForm form, NameForm principal) {
    PersonName name = PersonName.of(form);
    PersonName known = PersonName.of(principal);
    int end = mention.end();
    if (name.surname().equals(known.surname())) {
      return false;
    }
    if (end + 1 < text.size()
        && text.word(end).equals("was")
        && text.word(end + 1).equals("born")) {
      return name.hasGiven(known);
    }
    int before = mention.first() - 1;
    return before >= 0
        && before == text.sentenceStart(mention.first())
        && text.word(before).equals("born")
        && (name.words().stream().anyMatch(known.words()::contains) || goesOn(text, end));
  }

  /** {@code , she} */
  private static boolean goesOn(ArticleText text, int from) {
    for (int i = from; i + 1 < text.sentenceEnd(from - 1); i++) {
      if (text.token(i).text().equals(",")) {
        String next = text.word(i + 1);
        return next.equals("he") || next.equals("she");
      }
    }
    return false;
  }
}
