package org.articlepipeline.enrich.metadata;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of languages as the web writes them (BCP 47): two letters where there are two. */
public final class LanguageCode {
  /** BCP 47's own code for a language that is not known. */
  static final String UNDETERMINED = "und";

  private static final Set<String> TWO_LETTERS =
      Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

  private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

  private LanguageCode() {}

  /** The code for an ISO 639-3 code; languages without two letters keep their three. */
  static String ofIso3(String iso3) {
    return BY_THREE_LETTERS.getOrDefault(iso3, iso3);
  }

  /** The language in what a CMS says ({@code en-GB}, {@code en_US}, {@code eng}); null if none. */
  static @Nullable String ofHint(@Nullable String hint) {
    if (hint == null) {
      return null;
    }
    String language = Locale.forLanguageTag(hint.strip().replace('_', '-')).getLanguage();
    return switch (language.length()) {
      case 2 -> TWO_LETTERS.contains(language) ? language : null;
      case 3 -> language.equals(UNDETERMINED) ? null : ofIso3(language);
      default -> null;
    };
  }

  /** Whether English rules apply; not to a text of unknown language. */
  static boolean isEnglish(@Nullable String language) {
    return language != null && (language.equals("en") || "en".equals(ofHint(language)));
  }

  private static Map<String, String> byThreeLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String code : TWO_LETTERS) {
      codes.put(Locale.of(code).getISO3Language(), code);
    }
    // Members of a macrolanguage that publishers call by the macrolanguage's name.
    codes.putAll(
        Map.of("cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "plt", "mg", "pnb", "pa"));
    return Map.copyOf(codes);
  }
}
