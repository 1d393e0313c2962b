package org.articlepipeline.operations.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.search.DeadLetterGroup;
import org.articlepipeline.index.search.JournalActivity;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.operations.cluster.PartitionLag;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** Asks how the flow goes, at most once in {@link #FRESH} however many look at it. */
final class FlowWatch {
  static final Duration FRESH = Duration.ofSeconds(2);

  /** Rates are means of so long. */
  private static final Duration MEAN = Duration.ofSeconds(60);

  private static final Duration RECENT = Duration.ofHours(1);

  /** Behind by more, a stage is not just busy with what came this second. */
  private static final long MANY = 1_000;

  private final Deque<Sample> samples = new ArrayDeque<>();
  private @Nullable FlowView last;
  private long lastAt;

  private record Sample(long nanos, long submissions) {}

  private record Letters(long total, long recent, Map<String, Long> stages) {}

  synchronized FlowView now(Backend backend) {
    FlowView view = last;
    if (view == null || System.nanoTime() - lastAt > FRESH.toNanos()) {
      view = look(backend);
      last = view;
      lastAt = System.nanoTime();
    }
    return view;
  }

  private FlowView look(Backend backend) {
    var questions = new Questions();
    var askedLog = questions.ask("Kafka", backend.lags()::read);
    var askedActivity =
        questions.ask("Elasticsearch", () -> JournalActivity.read(backend.elasticsearch()));
    var askedLetters = questions.ask("Elasticsearch", () -> letters(backend));
    var askedServing = questions.ask("Elasticsearch", () -> Serving.read(backend.elasticsearch()));
    Answer<JournalActivity> activity = askedActivity.answer();
    Answer<Letters> letters = askedLetters.answer();
    Answer<Serving> serving = askedServing.answer();
    Answer<LagReader.Lags> log = askedLog.answer();
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> levels = new TreeMap<>();
    log.optional().ifPresent(known -> log(known, serving, texts, levels));
    activity.optional().ifPresent(known -> stages(known, texts));
    letters.optional().ifPresent(known -> letters(known, texts, levels));
    serving
        .optional()
        .ifPresent(
            known -> {
              texts.put("visible", Show.count(known.visible()) + " articles");
              texts.put("index", known.index());
            });
    return new FlowView(
        Instant.now().toString(),
        texts,
        levels,
        Answer.problems(log, activity, letters, serving),
        activity
            .optional()
            .map(FlowWatch::history)
            .orElse(new FlowView.History(List.of(), Map.of())));
  }

  private static Letters letters(Backend backend) {
    var journal = new JournalQueries(backend.elasticsearch());
    List<DeadLetterGroup> recent =
        journal.deadLetterGroups(
            new JournalQueries.Filter(null, null, null, Instant.now().minus(RECENT)));
    Map<String, Long> stages = new TreeMap<>();
    recent.forEach(
        group -> group.stages().forEach((stage, count) -> stages.merge(stage, count, Long::sum)));
    return new Letters(
        journal.deadLettersAfter(JournalQueries.Filter.ALL, null, 1).total(),
        recent.stream().mapToLong(DeadLetterGroup::count).sum(),
        stages);
  }

  private void log(
      LagReader.Lags log,
      Answer<Serving> serving,
      Map<String, String> texts,
      Map<String, String> levels) {
    for (var topic : List.of(Topics.SUBMISSIONS, Topics.ACCEPTED, Topics.ENRICHED)) {
      texts.put(topic.name() + ".end", Show.count(end(log, topic.name())));
    }
    texts.put("submitted", rate(end(log, Topics.SUBMISSIONS.name())));
    String index = serving.optional().map(Serving::index).orElse(IndexNames.FIRST_INDEX);
    for (FlowStages.Stage stage : FlowStages.ALL) {
      List<PartitionLag> lags =
          log.lags().stream()
              .filter(lag -> stage.isReadBy(lag.group(), index))
              .filter(lag -> lag.topic().equals(stage.from().name()))
              .toList();
      long records = lags.stream().mapToLong(PartitionLag::records).sum();
      boolean exact = lags.stream().allMatch(PartitionLag::exact);
      String name = stage.name() + ".lag";
      if (lags.isEmpty()) {
        texts.put(name, "no reader yet");
      } else {
        texts.put(
            name,
            records == 0 ? "caught up" : (exact ? "" : "≤ ") + Show.count(records) + " behind");
        levels.put(name, records == 0 ? "ok" : records < MANY ? "busy" : "bad");
      }
    }
  }

  private static long end(LagReader.Lags log, String topic) {
    return log.ends().entrySet().stream()
        .filter(end -> end.getKey().topic().equals(topic))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private String rate(long submissions) {
    long now = System.nanoTime();
    samples.addLast(new Sample(now, submissions));
    while (now - samples.getFirst().nanos() > MEAN.toNanos()) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    return now == first.nanos()
        ? "–"
        : Show.rate((submissions - first.submissions()) * 1e9 / (now - first.nanos()));
  }

  private static void stages(JournalActivity activity, Map<String, String> texts) {
    for (FlowStages.Stage stage : FlowStages.ALL) {
      JournalActivity.Stage now =
          activity
              .stages()
              .getOrDefault(stage.name(), new JournalActivity.Stage(Map.of(), List.of()));
      double seconds = JournalActivity.NOW.toSeconds();
      long through =
          stage.outcomes().stream()
              .mapToLong(outcome -> now.outcomes().getOrDefault(outcome, 0L))
              .sum();
      texts.put(stage.name() + ".read", Show.rate(now.receipts() / seconds));
      texts.put(stage.name() + ".through", Show.rate(through / seconds));
      texts.put(
          stage.name() + ".latency",
          now.latencies().isEmpty()
              ? "–"
              : Show.millis(now.latency(0.5)) + " (95 %: " + Show.millis(now.latency(0.95)) + ")");
      texts.put(
          stage.name() + ".outcomes",
          now.outcomes().isEmpty() ? "nothing in the last minute" : Show.counts(now.outcomes()));
    }
  }

  private static void letters(
      Letters letters, Map<String, String> texts, Map<String, String> levels) {
    texts.put("letters.total", Show.count(letters.total()));
    texts.put("letters.recent", Show.count(letters.recent()));
    levels.put("letters.recent", letters.recent() == 0 ? "ok" : "bad");
    for (FlowStages.Stage stage : FlowStages.ALL) {
      long count = letters.stages().getOrDefault(stage.name(), 0L);
      texts.put(stage.name() + ".letters", Show.count(count));
      levels.put(stage.name() + ".letters", count == 0 ? "ok" : "bad");
    }
  }

  private static FlowView.History history(JournalActivity activity) {
    double seconds = JournalActivity.STEP.toSeconds();
    Map<String, List<Double>> stages = new LinkedHashMap<>();
    for (FlowStages.Stage stage : FlowStages.ALL) {
      stages.put(
          stage.name(),
          activity.history().stream()
              .map(step -> step.receipts().getOrDefault(stage.name(), 0L) / seconds)
              .collect(Collectors.toCollection(ArrayList::new)));
    }
    return new FlowView.History(
        activity.history().stream().map(step -> step.at().getEpochSecond()).toList(), stages);
  }
}
