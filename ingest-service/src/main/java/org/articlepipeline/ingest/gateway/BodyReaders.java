package org.articlepipeline.ingest.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What bodies are read, and by whom. A new way in is a line here. */
final class BodyReaders {
  private static final String BATCH = "application/cloudevents-batch+json";

  private static final String FORM = "application/x-www-form-urlencoded";

  private final List<BodyReader> all;

  BodyReaders(Feeds feeds) {
    all = List.of(new RawBodyReader(), new JsonBodyReader(), new FeedBodyReader(feeds));
  }

  /**
   * @param format the query's parameter
   * @throws ProblemException 415 with the types that are read
   */
  BodyReader of(String mediaType, @Nullable String format) {
    String wanted = format == null ? "" : format.toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(reader -> reader.takes(mediaType, wanted))
        .findFirst()
        .orElseThrow(() -> unsupported(mediaType));
  }

  private ProblemException unsupported(String mediaType) {
    Set<String> accepted = new TreeSet<>(Set.of(CloudEventJson.TYPE));
    all.forEach(reader -> accepted.addAll(reader.mediaTypes()));
    String list = String.join(", ", accepted);
    return Problem.of(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, why(mediaType) + " Send one of: " + list)
        .in("Content-Type")
        .with("Accept", list)
        .with("Accept-Post", list)
        .exception();
  }

  private static String why(String mediaType) {
    return switch (mediaType) {
      case "" -> "There is a body, but no Content-Type that says what it is.";
      case BATCH ->
          "Events are taken one by one, not in batches: send each in a request of its own.";
      case FORM ->
          "The body is called a form, which is what curl calls it when nobody says what it is.";
      default -> "'%s' is not read here.".formatted(mediaType);
    };
  }
}
