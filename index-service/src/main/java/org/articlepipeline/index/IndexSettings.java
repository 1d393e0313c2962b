package org.articlepipeline.index;

/**
 * What operators choose about an index.
 *
 * @param refreshInterval Elasticsearch's time unit: how soon what is written is found
 */
record IndexSettings(int shards, int replicas, String refreshInterval) {}
