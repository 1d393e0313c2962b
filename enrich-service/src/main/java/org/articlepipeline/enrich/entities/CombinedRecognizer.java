package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.tagger.NameTagger;
import org.articlepipeline.enrich.text.Analysis;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes names that are known, names that a tagger found, and names that follow from rules, and
 * groups those of one thing. In languages that the tagger did not learn, only the known ones.
 */
public final class CombinedRecognizer implements EntityRecognizer {
  static final List<NameRule> RULES =
      List.of(
          new CreditRule(),
          new InstitutionRule(),
          new PartnershipRule(),
          new OrganisationContextRule(),
          new PlaceContextRule(),
          new FullFormRule(),
          new AcronymRule(),
          new AliasRule(),
          new JoinedNameRule(),
          new SurnameRule(),
          new RepeatedNameRule(),
          new ShortOrganisationRule());

  private final KnowledgeBaseRecognizer known;
  private final NameSource tagger;
  private final List<NameRule> rules;

  public CombinedRecognizer(KnowledgeBase base, NameTagger tagger) {
    this(base, new TaggerNames(tagger), RULES);
  }

  CombinedRecognizer(KnowledgeBase base, NameSource tagger, List<NameRule> rules) {
    this.known = new KnowledgeBaseRecognizer(base);
    this.tagger = tagger;
    this.rules = rules;
  }

  @Override
  public List<RecognizedEntity> recognize(Analysis analysis, @Nullable String language) {
    if (language != null && !language.equals("en") && !language.startsWith("en-")) {
      return known.recognize(analysis, language);
    }
    ArticleText text = new ArticleText(analysis);
    List<NameMention> names = names(analysis, text);
    return entities(text, grouped(text, names));
  }

  private List<NameMention> names(Analysis analysis, ArticleText text) {
    List<NameMention> published = PublisherRule.names(text, analysis.article().getUrl());
    List<NameMention> tagged = TrimmedNames.of(text, tagger.names(analysis));
    List<NameMention> names =
        MergedNames.of(known.names(analysis, text), MergedNames.of(published, tagged));
    names.removeIf(name -> isCurrency(text, name));
    for (NameRule rule : rules) {
      names = rule.apply(text, names);
    }
    return names;
  }

  /** {@code US$ 20}, {@code A$5} */
  private static boolean isCurrency(ArticleText text, NameMention name) {
    return name.end() < text.size()
        && text.token(name.end()).text().equals("$")
        && text.isGlued(name.end());
  }

  private static NameForms grouped(ArticleText text, List<NameMention> names) {
    NameForms forms = NameForms.of(text, names);
    AliasLinks.join(forms, names);
    BirthLinks.join(forms);
    PersonLinks.join(forms);
    ShortNameLinks.join(forms);
    AcronymLinks.join(forms);
    return forms;
  }

  private static List<RecognizedEntity> entities(ArticleText text, NameForms forms) {
    Map<NameForm, NameGroup> groups = new LinkedHashMap<>();
    for (NameForm form : forms.all()) {
      NameGroup group =
          groups.computeIfAbsent(
              form.leader(), leader -> new NameGroup(text, leader.known(), leader.type()));
      form.mentions.forEach(group::add);
    }
    List<NameGroup> found = new ArrayList<>(groups.values());
    found.removeIf(NameGroup::isIgnored);
    return found.stream()
        .sorted(Comparator.comparingInt(NameGroup::first))
        .map(NameGroup::toEntity)
        .toList();
  }
}
