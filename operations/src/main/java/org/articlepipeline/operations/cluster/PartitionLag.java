package org.articlepipeline.operations.cluster;

/**
 * What one group has still to read of one partition.
 *
 * @param committed offset that the group goes on from
 * @param end first offset that a reader of committed records can't read yet
 * @param records not read yet; 0 is caught up
 * @param exact false when {@code records} is the distance of the offsets, which marks of
 *     transactions and compaction make larger
 */
public record PartitionLag(
    String group,
    String topic,
    int partition,
    long committed,
    long end,
    long records,
    boolean exact) {}
