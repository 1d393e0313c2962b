package org.articlepipeline.enrich.entities;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.articlepipeline.schemas.EntityType;

/** Decides between a short name of an organisation and what its words were taken for before. */
final class ShortOrganisationRivals {
  /** Before what can be nothing but a place; one is also at, from and of an organisation. */
  private static final Set<String> INSIDE =
      Set.of("in", "near", "across", "throughout", "outside", "around", "toward", "towards");

  private final ArticleText text;
  private final ShortOrganisations shorts;
  private final Surnames surnames;

  /** Places where something is in them: "in Gull", not "Gull said". */
  private final Set<String> located = new HashSet<>();

  ShortOrganisationRivals(ArticleText text, List<NameMention> names, ShortOrganisations shorts) {
    this.text = text;
    this.shorts = shorts;
    this.surnames = new Surnames(text, names);
    for (NameMention name : names) {
      if (name.type() == EntityType.PLACE
          && name.first() > text.sentenceStart(name.first())
          && INSIDE.contains(text.word(name.first() - 1))) {
        located.add(text.words(name.first(), name.end()));
      }
    }
  }

  /**
   * Whether {@code name} gives way to the short name of {@code whole} from {@code first} to {@code
   * end}.
   */
  boolean givesWay(NameMention name, int first, int end, NameMention whole) {
    if (name.first() < first || name.end() > end) {
      return false;
    }
    if (name.length() < end - first) {
      return name.known() == null || name.type() != EntityType.ORGANISATION;
    }
    if (name.type() == EntityType.ORGANISATION) {
      return false;
    }
    if (name.known() != null) {
      boolean club = NameWords.CLUB_FORMS.contains(text.word(whole.first()));
      return text.followsAt(first)
          || (club && !isLocated(first) && name.type() == EntityType.PLACE);
    }
    return switch (name.type()) {
      case PERSON -> name.length() == 1 && !surnames.isPerson(name, whole.first());
      case PLACE -> placeGivesWay(first, end, whole);
      default -> true;
    };
  }

  private boolean placeGivesWay(int first, int end, NameMention whole) {
    return text.followsAt(first)
        || shorts.areKind(first, end)
        || (isCompany(whole)
            && !located.contains(text.words(first, end))
            && !ShortOrganisationRule.isDateLine(text, first));
  }

  /** Others are mostly named for the place: Gull Council, Gull Ledger. */
  private boolean isCompany(NameMention whole) {
    String last = text.word(whole.end() - 1);
    return NameWords.COMPANY_FORMS.contains(last)
        || NameWords.COMPANY_TAILS.contains(last)
        || NameWords.CLUB_FORMS.contains(last)
        || NameWords.CLUB_FORMS.contains(text.word(whole.first()))
        || ContextWords.INSTITUTION_FIRSTS.contains(text.word(whole.first()));
  }

  private boolean isLocated(int first) {
    return first > text.sentenceStart(first)
        && (NameWords.LOCATIVES.contains(text.word(first - 1))
            || text.word(first - 1).equals("of")
            || text.word(first - 1).equals("to"));
  }
}
