package org.articlepipeline.ingest.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.articlepipeline.schemas.ArticleSubmission;

/** Makes submissions of the bodies of some media types. {@link BodyReaders} lists them. */
interface BodyReader {

  /** In lower case, without parameters. */
  Set<String> mediaTypes();

  /**
   * Whether it takes this body; the first that does reads it.
   *
   * @param format the query's parameter in lower case, or empty
   */
  default boolean takes(String mediaType, String format) {
    return mediaTypes().contains(mediaType);
  }

  /** How large such a body may be, in bytes, its content encoding undone. */
  int limit();

  /**
   * Several for a body that holds several articles, such as a feed; then all are published or none.
   *
   * @param query the fields that the query gives; they go for each article
   * @throws ProblemException when the body is not what its media type says
   */
  List<ArticleSubmission.Builder> read(Payload payload, ObjectNode query);
}
