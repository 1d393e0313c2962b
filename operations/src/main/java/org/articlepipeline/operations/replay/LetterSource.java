package org.articlepipeline.operations.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Header;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** Which CMS a failed record came from: as its value says, else as its CloudEvents header does. */
final class LetterSource {
  private final RecordReader<ArticleSubmission> submissions;
  private final RecordReader<Article> accepted;
  private final RecordReader<EnrichedArticle> enriched;

  LetterSource(KafkaClients clients) {
    submissions = clients.reader(Topics.SUBMISSIONS);
    accepted = clients.reader(Topics.ACCEPTED);
    enriched = clients.reader(Topics.ENRICHED);
  }

  @Nullable String of(DeadLetter letter) {
    ByteBuffer value = letter.getValue();
    if (value != null) {
      var failed =
          new SourceRecord(
              letter.getTopic(),
              letter.getPartition(),
              letter.getOffset(),
              letter.getTimestamp().toEpochMilli(),
              null,
              Bytes.of(value),
              new RecordHeaders());
      if (is(letter, Topics.SUBMISSIONS)
          && submissions.read(failed) instanceof Read.Value<ArticleSubmission> read) {
        return read.value().getSource();
      }
      if (is(letter, Topics.ACCEPTED)
          && accepted.read(failed) instanceof Read.Value<Article> read) {
        return read.value().getSource();
      }
      if (is(letter, Topics.ENRICHED)
          && enriched.read(failed) instanceof Read.Value<EnrichedArticle> read) {
        return read.value().getSource();
      }
    }
    return header(letter);
  }

  private static boolean is(DeadLetter letter, Topic<?, ?> topic) {
    return letter.getTopic().equals(topic.name());
  }

  private static @Nullable String header(DeadLetter letter) {
    for (Header header : letter.getHeaders()) {
      ByteBuffer value = header.getValue();
      if (header.getKey().equals(CloudEvents.SOURCE) && value != null) {
        String text = UTF_8.decode(value.duplicate()).toString();
        try {
          return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
          return text;
        }
      }
    }
    return null;
  }
}
