package org.articlepipeline.enrich.entities;

import static org.articlepipeline.enrich.Samples.article;

import java.util.List;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.schemas.Entity;

/** One rule alone, on names that are known and names that stand for the tagger's. */
record RuleOnText(NameRule rule, List<Entity> known, ListedNames tagger) {

  static RuleOnText of(NameRule rule, String... tagged) {
    return new RuleOnText(rule, List.of(), ListedNames.of(tagged));
  }

  RuleOnText sure(double howSure) {
    return new RuleOnText(rule, known, tagger.sure(howSure));
  }

  RuleOnText knowing(Entity... entities) {
    return new RuleOnText(rule, List.of(entities), tagger);
  }

  /** Such as {@code "PLACE Northgate"}, in order of the text. */
  List<String> names(String body) {
    Analysis analysis = Analysis.of(article("urn:test:1", 1).setHeadline("").setBody(body).build());
    ArticleText text = new ArticleText(analysis);
    List<NameMention> names =
        MergedNames.of(
            new KnowledgeBaseRecognizer(KnowledgeBase.of(known)).names(analysis, text),
            tagger.names(analysis));
    return rule.apply(text, names).stream()
        .map(name -> name.type() + " " + text.surface(name.first(), name.end()))
        .toList();
  }
}
