package org.articlepipeline.schemas;

/** What became of reading one record's value. */
public sealed interface Read<V> {

  record Value<V>(V value) implements Read<V> {}

  /** The value was null. */
  record Tombstone<V>() implements Read<V> {}

  record Rejected<V>(Rejection rejection) implements Read<V> {}
}
