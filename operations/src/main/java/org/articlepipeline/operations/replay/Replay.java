package org.articlepipeline.operations.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.Pace;
import org.articlepipeline.operations.cluster.TopicLog;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.ReplayedLetters;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topics;

/**
 * Sends dead letters again, after their cause was mended. Nothing newer is overwritten: submissions
 * go through the gate once more, and of what failed later the newest accepted revision is made
 * again. Stopped in the middle and run again it goes on; what it may send twice comes out the same.
 */
public final class Replay {
  /** So many may be sent once more when it is killed: the trail has not yet heard of them. */
  private static final int BATCH = 1_000;

  private final KafkaClients clients;

  public Replay(KafkaClients clients) {
    this.clients = clients;
  }

  /** Sends nothing. */
  public ReplayPlan plan(ReplayFilter filter, TopicLog.Progress progress) {
    return new ReplayScan(clients, filter).find(progress);
  }

  /**
   * Returns when the broker has all of them, with how many dead letters were replayed.
   *
   * @param by who wants it, for the audit trail and the journeys of the articles
   * @throws RuntimeException when not all could be sent; the trail knows which were
   */
  public long run(ReplayPlan plan, int perSecond, String by, TopicLog.Progress progress) {
    String what =
        "%s: %,d submissions and %,d articles, %d a second"
            .formatted(plan.filter().description(), plan.resent(), plan.requested(), perSecond);
    try (OperationRecord operation = OperationRecord.begin(clients, "REPLAY", by, what)) {
      var run = new Run(plan, new Pace(perSecond), by, operation, progress);
      try {
        run.send();
        operation.ended(true, String.format(Locale.ROOT, "%,d replayed", run.done), run.done);
      } catch (RuntimeException e) {
        operation.ended(false, String.valueOf(e.getMessage()), run.done);
        throw e;
      }
      return run.done;
    }
  }

  private final class Run {
    private final ReplayPlan plan;
    private final Pace pace;
    private final String by;
    private final OperationRecord operation;
    private final TopicLog.Progress progress;
    private final Map<Integer, Set<Long>> wanted = new HashMap<>();
    private final Set<String> requested = new HashSet<>();
    private final Map<Integer, List<Long>> untold = new HashMap<>();
    private int untoldCount;
    private long done;

    Run(
        ReplayPlan plan,
        Pace pace,
        String by,
        OperationRecord operation,
        TopicLog.Progress progress) {
      this.plan = plan;
      this.pace = pace;
      this.by = by;
      this.operation = operation;
      this.progress = progress;
      plan.letters()
          .forEach(
              letter ->
                  wanted
                      .computeIfAbsent(letter.partition(), partition -> new HashSet<>())
                      .add(letter.offset()));
    }

    void send() {
      RecordReader<DeadLetter> reader = clients.reader(Topics.DEAD_LETTERS);
      try (var sender = new ReplaySender(clients, by, operation.id())) {
        new TopicLog(clients, Topics.DEAD_LETTERS)
            .read(
                record -> {
                  if (wanted.getOrDefault(record.partition(), Set.of()).contains(record.offset())
                      && reader.read(SourceRecord.of(record))
                          instanceof Read.Value<DeadLetter> read) {
                    send(sender, record, read.value());
                  }
                });
        tell(sender);
      }
    }

    private void send(ReplaySender sender, ConsumerRecord<?, ?> record, DeadLetter letter) {
      if (ReplayAction.of(letter) == ReplayAction.RESEND) {
        pace.next();
        sender.resend(letter);
      } else {
        String uri = String.valueOf(ReplayFilter.uriOf(letter));
        if (requested.add(uri)) {
          pace.next();
          sender.request(uri);
        }
      }
      sender.receipt(record, letter);
      untold
          .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
          .add(record.offset());
      progress.at(done + ++untoldCount, plan.letters().size());
      if (untoldCount >= BATCH) {
        tell(sender);
      }
    }

    /** The trail hears of them when the broker has them. */
    private void tell(ReplaySender sender) {
      sender.flush();
      if (untoldCount > 0) {
        done += untoldCount;
        operation.underWay(
            done,
            untold.entrySet().stream()
                .map(letters -> new ReplayedLetters(letters.getKey(), letters.getValue()))
                .toList());
        untold.clear();
        untoldCount = 0;
      }
    }
  }
}
