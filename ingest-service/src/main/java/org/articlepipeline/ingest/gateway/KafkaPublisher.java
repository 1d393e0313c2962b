package org.articlepipeline.ingest.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.BodyTooLargeException;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.OversizedRecordException;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes to Kafka: acknowledged by all replicas, idempotent, within a bounded time. */
final class KafkaPublisher implements Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);

  /** For the topic's partitions, and for a place in the buffer. */
  private static final int MAX_BLOCK_MS = 2_000;

  private static final int MAX_REQUEST_TIMEOUT_MS = 5_000;
  private static final int LINGER_MS = 5;

  /** A CMS waits for the answer: the registry is asked once, and not for long. */
  private static final Map<String, Object> REGISTRY_PATIENCE =
      Map.of("http.connect.timeout.ms", 3_000, "http.read.timeout.ms", 5_000, "max.retries", 1);

  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final TopicSerdes serdes;
  private final Producer<String, ArticleSubmission> producer;
  private final long patienceMillis;

  private KafkaPublisher(
      TopicSerdes serdes, Producer<String, ArticleSubmission> producer, long patienceMillis) {
    this.serdes = serdes;
    this.producer = producer;
    this.patienceMillis = patienceMillis;
  }

  /**
   * Topics and subjects exist. Asks for the schema's id now, so that a registry that goes away
   * later keeps nobody from publishing.
   *
   * @throws KafkaException when Kafka or the registry does not answer
   */
  static KafkaPublisher open(KafkaConfig kafka, RegistryConfig registry, Duration timeout) {
    Map<String, Object> patient = RegistryConfig.serdeProperties(registry);
    REGISTRY_PATIENCE.forEach(patient::putIfAbsent);
    var serdes = new TopicSerdes(patient);
    try {
      Serializer<ArticleSubmission> values = serdes.values(Topics.SUBMISSIONS).serializer();
      var _ = values.serialize(Topics.SUBMISSIONS.name(), anySubmission());
      int millis = Math.toIntExact(timeout.toMillis());
      var producer =
          new KafkaProducer<>(
              settings(kafka, millis), serdes.keys(Topics.SUBMISSIONS).serializer(), values);
      return new KafkaPublisher(serdes, producer, millis + 2L * MAX_BLOCK_MS);
    } catch (RuntimeException e) {
      serdes.close();
      throw e;
    }
  }

  private static Map<String, Object> settings(KafkaConfig kafka, int timeoutMillis) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "articles-gateway");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    settings.putAll(KafkaConfig.clientProperties(kafka));
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMillis);
    settings.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        Math.min(MAX_REQUEST_TIMEOUT_MS, timeoutMillis / 2));
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.MAX_RECORD_BYTES);
    return settings;
  }

  private static ArticleSubmission anySubmission() {
    return ArticleSubmission.newBuilder()
        .setUri("urn:any")
        .setRevision(1)
        .setSource("any")
        .setPubStatus(PubStatus.CANCELED)
        .setSubmittedAt(Instant.EPOCH)
        .build();
  }

  @Override
  public void publish(List<Intake.Outgoing> articles) {
    try {
      send(articles);
    } catch (KafkaException | IllegalStateException e) {
      throw failed(e, articles);
    }
  }

  private void send(List<Intake.Outgoing> articles) {
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (Intake.Outgoing article : articles) {
        sent.add(producer.send(article.message()));
      }
      for (Future<?> acknowledged : sent) {
        acknowledged.get(patienceMillis, TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause(), articles);
    } catch (TimeoutException e) {
      throw failed(e, articles);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e, articles);
    }
  }

  private static ProblemException failed(Throwable e, List<Intake.Outgoing> articles) {
    return switch (e) {
      case BodyTooLargeException large ->
          tooLarge(Reason.BODY_TOO_LARGE, String.valueOf(large.getMessage()));
      case OversizedRecordException large -> tooLarge(Reason.RECORD_TOO_LARGE, large.getMessage());
      case RecordTooLargeException large ->
          tooLarge(Reason.RECORD_TOO_LARGE, String.valueOf(large.getMessage()));
      default -> {
        boolean expected = e instanceof RetriableException || e instanceof InterruptedException;
        LOG.atWarn()
            .addKeyValue("reason", String.valueOf(e.getMessage()))
            .setCause(expected ? null : e)
            .log("article not acknowledged by Kafka");
        yield unavailable(articles.getFirst().requestId());
      }
    };
  }

  private static ProblemException tooLarge(Reason reason, String why) {
    return Problem.of(Problem.Kind.TOO_LARGE, why)
        .because(reason.code())
        .in(SubmissionFields.BODY)
        .exception();
  }

  private static ProblemException unavailable(String id) {
    return Problem.of(
            Problem.Kind.UNAVAILABLE,
            "Kafka has not acknowledged the article. It may have arrived all the same; to send it again under the"
                + " same id is safe: ce-id or Idempotency-Key "
                + id)
        .retryAfter(TRY_AGAIN)
        .exception();
  }

  /** Nobody waits for an answer any more. */
  @Override
  public void close() {
    producer.close(Duration.ofMillis(MAX_BLOCK_MS));
    serdes.close();
  }
}
