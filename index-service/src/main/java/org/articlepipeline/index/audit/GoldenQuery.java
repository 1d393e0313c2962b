package org.articlepipeline.index.audit;

import java.util.List;

/**
 * What readers may ask.
 *
 * @param words as for {@code ./articles search}
 * @param uris what somebody judged to belong on top, best first; empty: what the serving index
 *     finds is the judgement
 */
record GoldenQuery(String words, List<String> uris) {}
