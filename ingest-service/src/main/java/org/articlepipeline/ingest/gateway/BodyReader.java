package org.articlepipeline.ingest.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

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
   * @param query the fields that the query gives; they go for each article
   * @param source whose key the request came with
   * @throws ProblemException when the body is not what its media type says
   */
  Contents read(Payload payload, ObjectNode query, String source);
}
