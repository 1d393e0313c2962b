package org.articlepipeline.enrich.metadata;

import java.util.Comparator;
import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.schemas.Mention;
import org.articlepipeline.schemas.NamedEntity;
import org.jspecify.annotations.Nullable;

/** Which entity a token of the body is part of a name of. */
final class EntityTokens {
  private final @Nullable NamedEntity[] byToken;

  private record Place(int start, int end, NamedEntity entity) {}

  private EntityTokens(@Nullable NamedEntity[] byToken) {
    this.byToken = byToken;
  }

  @SafeVarargs
  static EntityTokens of(AnalysedText body, List<NamedEntity>... kinds) {
    List<Place> places =
        List.of(kinds).stream()
            .flatMap(List::stream)
            .flatMap(entity -> entity.getMentions().stream().map(m -> place(m, entity)))
            .sorted(Comparator.comparingInt(Place::start))
            .toList();
    List<Token> tokens = body.tokens();
    @Nullable NamedEntity[] byToken = new NamedEntity[tokens.size()];
    int token = 0;
    for (Place place : places) {
      while (token < tokens.size() && tokens.get(token).end() <= place.start()) {
        token++;
      }
      for (; token < tokens.size() && tokens.get(token).start() < place.end(); token++) {
        byToken[token] = place.entity();
      }
    }
    return new EntityTokens(byToken);
  }

  @Nullable NamedEntity at(int token) {
    return byToken[token];
  }

  /** The first that is named from one token to before another; null if none is. */
  @Nullable NamedEntity firstIn(int from, int end) {
    for (int i = Math.max(from, 0); i < end; i++) {
      if (byToken[i] != null) {
        return byToken[i];
      }
    }
    return null;
  }

  private static Place place(Mention mention, NamedEntity entity) {
    return new Place(mention.getStart(), mention.getEnd(), entity);
  }
}
