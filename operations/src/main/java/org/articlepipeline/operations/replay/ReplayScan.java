package org.articlepipeline.operations.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.LetterId;
import org.articlepipeline.operations.cluster.TopicLog;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topics;

/** Finds the dead letters that a filter asks for, in their topic: the index may not have all. */
final class ReplayScan {
  private final KafkaClients clients;
  private final ReplayFilter filter;
  private final LetterSource sources;
  private final Map<Integer, Set<Long>> replayed;
  private final Optional<LetterId> only;
  private final List<ReplayPlan.Letter> letters = new ArrayList<>();
  private final Set<String> articles = new HashSet<>();
  private final Map<String, Long> others = new TreeMap<>();
  private long resent;
  private long replayedBefore;

  ReplayScan(KafkaClients clients, ReplayFilter filter) {
    this.clients = clients;
    this.filter = filter;
    this.sources = new LetterSource(clients);
    this.replayed = filter.again() ? Map.of() : new OperationLog(clients).replayed();
    this.only = Optional.ofNullable(filter.id()).flatMap(LetterId::parse);
  }

  ReplayPlan find(TopicLog.Progress progress) {
    RecordReader<DeadLetter> reader = clients.reader(Topics.DEAD_LETTERS);
    new TopicLog(clients, Topics.DEAD_LETTERS)
        .read(
            filter.since(),
            record -> {
              if (isAskedFor(record)
                  && reader.read(SourceRecord.of(record)) instanceof Read.Value<DeadLetter> read) {
                look(record, read.value());
              }
            },
            progress);
    return new ReplayPlan(
        filter,
        List.copyOf(letters),
        resent,
        articles.size(),
        replayedBefore,
        new TreeMap<>(others));
  }

  private boolean isAskedFor(ConsumerRecord<?, ?> record) {
    return filter.id() == null
        || only.filter(id -> id.equals(new LetterId(record.partition(), record.offset())))
            .isPresent();
  }

  private void look(ConsumerRecord<?, ?> record, DeadLetter letter) {
    if (!filter.matches(letter)
        || (filter.source() != null && !filter.source().equals(sources.of(letter)))) {
      return;
    }
    if (replayed.getOrDefault(record.partition(), Set.of()).contains(record.offset())) {
      replayedBefore++;
      return;
    }
    ReplayAction action = ReplayAction.of(letter);
    if (action == ReplayAction.NONE) {
      others.merge(ReplayAction.instead(letter), 1L, Long::sum);
      return;
    }
    String uri = ReplayFilter.uriOf(letter);
    if (action == ReplayAction.RESEND) {
      resent++;
    } else if (uri != null) {
      articles.add(uri);
    }
    letters.add(
        new ReplayPlan.Letter(
            record.partition(),
            record.offset(),
            action == ReplayAction.RESEND,
            letter.getStage(),
            letter.getReason(),
            uri,
            letter.getAt()));
  }
}
