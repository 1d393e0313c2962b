package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.tagger.NameTagger;
import org.articlepipeline.enrich.tagger.TaggedName;
import org.articlepipeline.enrich.tagger.TaggedNames;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.schemas.EntityType;

/** What the learned tagger takes for names. */
final class TaggerNames implements NameSource {
  private final NameTagger tagger;

  TaggerNames(NameTagger tagger) {
    this.tagger = tagger;
  }

  @Override
  public List<NameMention> names(Analysis analysis) {
    TaggedNames tagged = tagger.tag(analysis.headline(), analysis.body());
    List<NameMention> names = new ArrayList<>();
    tagged.headline().forEach(name -> names.add(mention(name, 0)));
    int bodyStart = analysis.headline().tokens().size();
    tagged.body().forEach(name -> names.add(mention(name, bodyStart)));
    return names;
  }

  private static NameMention mention(TaggedName name, int offset) {
    EntityType type =
        switch (name.type()) {
          case PERSON -> EntityType.PERSON;
          case ORGANISATION -> EntityType.ORGANISATION;
          case PLACE -> EntityType.PLACE;
        };
    return NameMention.of(
        offset + name.firstToken(),
        offset + name.endToken(),
        type,
        name.confidence(),
        Evidence.RECOGNIZER);
  }
}
