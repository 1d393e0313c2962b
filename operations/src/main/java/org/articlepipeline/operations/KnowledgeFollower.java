package org.articlepipeline.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.KnowledgeChange;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topics;

/**
 * Watches how new knowledge reaches the articles: enrich-service announces what changed to all
 * partitions, and answers each of these requests when its articles are done.
 */
final class KnowledgeFollower implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long TELL_EVERY = Duration.ofSeconds(5).toNanos();

  private final Consumer<String, EnrichmentRequest> requests;
  private final Consumer<String, Receipt> receipts;
  private final int partitions;

  /** Up to which offset of a partition of entities a partition of requests has the changes. */
  private final Map<Pair, Long> announced = new HashMap<>();

  private final Set<TopicPosition> open = new HashSet<>();
  private final Set<TopicPosition> answered = new HashSet<>();
  private long again;

  private record Pair(int entities, int requests) {}

  private record TopicPosition(int partition, long offset) {}

  /** What is announced after this returns is seen. */
  KnowledgeFollower(KafkaClients clients) {
    requests = clients.follower(Topics.ENRICHMENT_REQUESTS);
    receipts = clients.follower(Topics.RECEIPTS);
    partitions = requests.assignment().size();
  }

  /** How many articles were published anew so far. */
  long again() {
    return again;
  }

  /**
   * Returns when all articles are done, or when nothing has happened for too long.
   *
   * @param published the highest offset in each partition of the entities topic
   * @return whether all are done
   */
  boolean await(Map<Integer, Long> published, Duration patience, Output output) {
    long lastNews = System.nanoTime();
    long told = lastNews;
    while (!isDone(published)) {
      if (poll()) {
        lastNews = System.nanoTime();
      } else if (System.nanoTime() - lastNews > patience.toNanos()) {
        return false;
      }
      if (System.nanoTime() - told > TELL_EVERY) {
        told = System.nanoTime();
        output.note(String.format(Locale.ROOT, "articles published anew: %,d", again));
      }
    }
    return true;
  }

  private boolean isDone(Map<Integer, Long> published) {
    return open.isEmpty()
        && published.entrySet().stream()
            .allMatch(
                entities -> {
                  for (int p = 0; p < partitions; p++) {
                    if (announced.getOrDefault(new Pair(entities.getKey(), p), -1L)
                        < entities.getValue()) {
                      return false;
                    }
                  }
                  return true;
                });
  }

  /** Whether there was any news. */
  private boolean poll() {
    long before = again + answered.size() + open.size();
    for (ConsumerRecord<String, EnrichmentRequest> record : requests.poll(POLL)) {
      KnowledgeChange change = record.value().getKnowledge();
      if (change != null) {
        announced.merge(
            new Pair(change.getPartition(), record.partition()), change.getOffset(), Math::max);
        var position = new TopicPosition(record.partition(), record.offset());
        if (!answered.contains(position)) {
          open.add(position);
        }
      }
    }
    for (ConsumerRecord<String, Receipt> record : receipts.poll(POLL)) {
      receive(record.value());
    }
    return again + answered.size() + open.size() != before;
  }

  private void receive(Receipt receipt) {
    if (!receipt.getTopic().equals(Topics.ENRICHMENT_REQUESTS.name())) {
      return;
    }
    switch (receipt.getOutcome()) {
      case Outcomes.APPLIED -> {
        var position = new TopicPosition(receipt.getPartition(), receipt.getOffset());
        answered.add(position);
        open.remove(position);
      }
      case Outcomes.ENRICHED -> again++;
      default -> {
        // Of no interest here.
      }
    }
  }

  @Override
  public void close() {
    requests.close();
    receipts.close();
  }
}
