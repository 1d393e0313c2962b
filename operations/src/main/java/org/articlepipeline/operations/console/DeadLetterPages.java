package org.articlepipeline.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlepipeline.index.search.DeadLetterEntry;
import org.articlepipeline.index.search.DeadLetterGroup;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.operations.cluster.DeadLetterReader;
import org.articlepipeline.operations.cluster.DeadLetterView;
import org.articlepipeline.operations.cluster.LetterId;
import org.articlepipeline.operations.replay.OperationLog;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/** Dead letters: by reason, as a list, and each whole. */
final class DeadLetterPages {
  private static final int PAGE = 50;

  private static final Map<String, String> REASONS =
      Arrays.stream(Reason.values()).collect(Collectors.toMap(Reason::code, Reason::description));

  private final Site site;

  DeadLetterPages(Site site) {
    this.site = site;
  }

  /** Of all reasons. */
  record Reasons(Frame frame, Fields filter, List<DeadLetterGroup> groups, long total) {
    static String description(String reason) {
      return REASONS.getOrDefault(reason, "");
    }

    String list(String reason) {
      return filter.with("reason", reason).on("/dead-letters/list");
    }
  }

  /**
   * One page of a list.
   *
   * @param next address of the next page, null on the last
   */
  record Listed(
      Frame frame,
      Fields filter,
      long total,
      List<Row> rows,
      boolean first,
      @Nullable String next) {
    String count() {
      return Show.count(total);
    }
  }

  /** A dead letter in a list. */
  record Row(DeadLetterEntry letter, boolean replayed) {}

  /**
   * One dead letter.
   *
   * @param facts name and text
   * @param value the failed record as JSON, or why it can't be shown so
   * @param undecodable the record's first bytes, where it can't be read
   */
  record One(
      Frame frame,
      String id,
      Map<String, String> facts,
      Map<String, String> headers,
      String value,
      String undecodable,
      boolean replayed) {
    String description() {
      return REASONS.getOrDefault(facts.getOrDefault("reason", ""), "");
    }
  }

  Reply reasons(Exchange exchange) {
    Backend backend = site.backend();
    JournalQueries.Filter filter = filter(exchange.query());
    Answer<List<DeadLetterGroup>> groups =
        new Questions()
            .ask(
                "Elasticsearch",
                () -> new JournalQueries(backend.elasticsearch()).deadLetterGroups(filter))
            .answer();
    List<DeadLetterGroup> found = groups.or(List.of());
    return site.page(
        "deadletters",
        new Reasons(
            site.frame(exchange, "Dead letters", groups),
            exchange.query(),
            found,
            found.stream().mapToLong(DeadLetterGroup::count).sum()));
  }

  private static JournalQueries.Filter filter(Fields query) {
    return new JournalQueries.Filter(
        query.textOrNull("reason"),
        query.textOrNull("stage"),
        query.textOrNull("uri"),
        query.instant("since"));
  }

  Reply list(Exchange exchange) {
    Backend backend = site.backend();
    Fields query = exchange.query();
    JournalQueries.Filter filter = filter(query);
    String after = query.textOrNull("after");
    var questions = new Questions();
    var askedSlice =
        questions.ask(
            "Elasticsearch",
            () ->
                new JournalQueries(backend.elasticsearch()).deadLettersAfter(filter, after, PAGE));
    var askedReplayed =
        questions.ask("Kafka", () -> new OperationLog(backend.clients()).replayed());
    Answer<JournalQueries.Slice> slice = askedSlice.answer();
    Answer<Map<Integer, Set<Long>>> replayed = askedReplayed.answer();
    JournalQueries.Slice found = slice.or(new JournalQueries.Slice(0, List.of(), null));
    Map<Integer, Set<Long>> before = replayed.or(Map.of());
    return site.page(
        "deadletterlist",
        new Listed(
            site.frame(exchange, "List of dead letters", slice, replayed),
            query.with("after", null),
            found.total(),
            found.entries().stream().map(e -> new Row(e, isIn(before, e.id()))).toList(),
            after == null,
            found.next() == null ? null : query.with("after", found.next()).on(exchange.path())));
  }

  private static boolean isIn(Map<Integer, Set<Long>> replayed, String id) {
    return LetterId.parse(id)
        .filter(
            place -> replayed.getOrDefault(place.partition(), Set.of()).contains(place.offset()))
        .isPresent();
  }

  Reply one(Exchange exchange) {
    String id = exchange.query().text("id");
    if (!DeadLetterReader.isId(id)) {
      throw PageException.wrong(
          "'%s' is no id of a dead letter, such as articles.dead-letters-3-41.".formatted(id));
    }
    Backend backend = site.backend();
    var questions = new Questions();
    var askedLetter =
        questions.ask(
            "Kafka or the registry",
            () ->
                new DeadLetterReader(backend.clients())
                    .read(id)
                    .map(letter -> DeadLetterView.json(letter, backend.clients().serdes())));
    var askedReplayed =
        questions.ask("Kafka", () -> new OperationLog(backend.clients()).replayed());
    Answer<Optional<ObjectNode>> letter = askedLetter.answer();
    Answer<Map<Integer, Set<Long>>> replayed = askedReplayed.answer();
    ObjectNode json =
        letter
            .orUnavailable()
            .orElseThrow(
                () ->
                    PageException.notFound(
                        "There is no dead letter %s, or it is older than 30 days.".formatted(id)));
    return site.page("deadletter", one(exchange, id, json, replayed));
  }

  private One one(
      Exchange exchange, String id, ObjectNode json, Answer<Map<Integer, Set<Long>>> replayed) {
    var facts = new java.util.LinkedHashMap<String, String>();
    var headers = new java.util.LinkedHashMap<String, String>();
    var notFacts = new ArrayList<>(List.of("headers", "value", "undecodable", "hex"));
    json.properties()
        .forEach(
            field -> {
              if (!notFacts.contains(field.getKey()) && !field.getValue().isNull()) {
                facts.put(field.getKey(), field.getValue().asText());
              }
            });
    json.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText("")));
    JsonNode value = json.path("value");
    String undecodable =
        json.has("undecodable")
            ? json.path("undecodable").asText() + "\n" + json.path("hex").asText()
            : "";
    return new One(
        site.frame(exchange, "Dead letter", replayed),
        id,
        facts,
        headers,
        value.isMissingNode() || value.isNull() ? "" : value.toPrettyString(),
        undecodable,
        isIn(replayed.or(Map.of()), id));
  }
}
