package org.articlepipeline.enrich.metadata;

/**
 * A concept of the top level of IPTC Media Topics.
 *
 * @param qcode such as {@code medtop:15000000}
 * @param name in British English
 */
record MediaTopic(String qcode, String name) {}
