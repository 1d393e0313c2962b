package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/** The program of docs/publishing.md. */
final class PublishingExample {

  /** Publishes one article: Kafka's and the registry's address, then the article's uri and text. */
  public static void main(String[] args) throws Exception {
    ArticleSubmission article =
        ArticleSubmission.newBuilder()
            .setUri(args[2])
            .setRevision(System.currentTimeMillis())
            .setSource("daily-bugle")
            .setPubStatus(PubStatus.USABLE)
            .setFormat(Format.TEXT)
            .setBody(ByteBuffer.wrap(args[3].getBytes(UTF_8)))
            .setSubmittedAt(Instant.now())
            .build();

    Map<String, Object> kafka =
        Map.of("bootstrap.servers", args[0], "acks", "all", "max.request.size", 8 * 1024 * 1024);
    try (var serdes = new TopicSerdes(Map.of("schema.registry.url", args[1]));
        var producer =
            new KafkaProducer<>(
                kafka,
                serdes.keys(Topics.SUBMISSIONS).serializer(),
                serdes.values(Topics.SUBMISSIONS).serializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.SUBMISSIONS.name(),
                  null,
                  article.getUri(),
                  article,
                  CloudEvents.headersOf(article, UUID.randomUUID().toString())))
          .get(); // Until the broker has it.
    }
  }

  private PublishingExample() {}
}
