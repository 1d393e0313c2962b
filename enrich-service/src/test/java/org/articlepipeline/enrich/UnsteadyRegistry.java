package org.articlepipeline.enrich;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.articlepipeline.schemas.LocalSchemaRegistry;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.SchemaRegistry;

/** A registry that can be switched off for readers. */
final class UnsteadyRegistry implements SchemaRegistry {
  private final LocalSchemaRegistry working = new LocalSchemaRegistry();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean down;

  void down(boolean down) {
    this.down = down;
  }

  /** How many requests found it switched off. */
  int refused() {
    return refused.get();
  }

  @Override
  public int register(String subject, Schema schema) {
    return working.register(subject, schema);
  }

  @Override
  public int idOf(String subject, Schema schema) {
    return working.idOf(subject, schema);
  }

  @Override
  public Registered latest(String subject) {
    return working.latest(subject);
  }

  @Override
  public Schema byId(int id) {
    if (down) {
      refused.incrementAndGet();
      throw new RegistryUnavailableException("down");
    }
    return working.byId(id);
  }

  @Override
  public void close() {}
}
