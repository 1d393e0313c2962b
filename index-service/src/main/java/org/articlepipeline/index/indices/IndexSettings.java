package org.articlepipeline.index.indices;

/**
 * What operators choose about an index.
 *
 * @param refreshInterval Elasticsearch's time unit: how soon what is written is found
 */
public record IndexSettings(int shards, int replicas, String refreshInterval) {}
