package org.articlepipeline.index.search;

import java.time.Instant;
import java.util.Map;

/**
 * Dead letters of one reason.
 *
 * @param stages how many of each
 * @param oldest when it was written, as {@code newest}
 */
public record DeadLetterGroup(
    String reason, long count, Map<String, Long> stages, Instant oldest, Instant newest) {}
