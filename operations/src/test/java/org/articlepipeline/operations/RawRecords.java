package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.SchemaRegistryClient;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** A CMS whose client has none of our checks. */
final class RawRecords implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final int schemaId;

  RawRecords(StackFile stack) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafka(), "max.request.size", Limits.MAX_RECORD_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    try (var registry = new SchemaRegistryClient(Map.of("schema.registry.url", stack.registry()))) {
      schemaId =
          registry.register(
              Topics.SUBMISSIONS.name() + "-value", ArticleSubmission.getClassSchema());
    }
  }

  /** A submission that nothing is wrong with. */
  static ArticleSubmission.Builder submission(String uri, byte[] body) {
    return ArticleSubmission.newBuilder()
        .setUri(uri)
        .setRevision(1)
        .setSource("raw")
        .setPubStatus(PubStatus.USABLE)
        .setFormat(Format.TEXT)
        .setBody(ByteBuffer.wrap(body))
        .setSubmittedAt(Instant.now());
  }

  void send(@Nullable String key, byte @Nullable [] value) {
    send(
        new ProducerRecord<>(
            Topics.SUBMISSIONS.name(), key == null ? null : key.getBytes(UTF_8), value));
  }

  void send(ArticleSubmission submission) {
    send(submission.getUri(), avro(submission, schemaId));
  }

  /** Under another schema id than its own. */
  void send(ArticleSubmission submission, int otherSchema) {
    send(submission.getUri(), avro(submission, otherSchema));
  }

  void send(String key, ArticleSubmission submission) {
    send(key, avro(submission, schemaId));
  }

  /** Into the partition beside the right one, as a client with another hash would. */
  void sendAside(ArticleSubmission submission) {
    byte[] key = submission.getUri().getBytes(UTF_8);
    int right =
        org.apache.kafka.common.utils.Utils.toPositive(
                org.apache.kafka.common.utils.Utils.murmur2(key))
            % LocalStack.PARTITIONS;
    int wrong = (right + 1) % LocalStack.PARTITIONS;
    send(new ProducerRecord<>(Topics.SUBMISSIONS.name(), wrong, key, avro(submission, schemaId)));
  }

  private void send(ProducerRecord<byte[], byte[]> message) {
    try {
      producer.send(message).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] avro(ArticleSubmission submission, int schema) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(schema).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      new SpecificDatumWriter<>(ArticleSubmission.class).write(submission, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    producer.close();
  }
}
