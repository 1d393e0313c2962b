package org.articlepipeline.enrich.stories;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bytes by bytes, in the order of keys (unsigned): what stories need of a state store. */
public interface Table {

  byte @Nullable [] get(byte[] key);

  /** A null value takes the entry out. */
  void put(byte[] key, byte @Nullable [] value);

  /** Of all entries, in the order of their keys. */
  void values(Consumer<byte[]> to);

  /** How many entries there are, more or less. */
  long approximateSize();

  /** The first key that is not below {@code from} and not above {@code to}. */
  byte @Nullable [] first(byte[] from, byte[] to);
}
