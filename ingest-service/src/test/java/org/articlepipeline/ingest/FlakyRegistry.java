package org.articlepipeline.ingest;

import org.apache.avro.Schema;
import org.articlepipeline.schemas.LocalSchemaRegistry;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.SchemaRegistry;

/** A registry in memory that can be taken away. */
final class FlakyRegistry implements SchemaRegistry {

  private final LocalSchemaRegistry registry = new LocalSchemaRegistry();
  boolean down;

  @Override
  public int register(String subject, Schema schema) {
    return up().register(subject, schema);
  }

  @Override
  public int idOf(String subject, Schema schema) {
    return up().idOf(subject, schema);
  }

  @Override
  public Registered latest(String subject) {
    return up().latest(subject);
  }

  @Override
  public Schema byId(int id) {
    return up().byId(id);
  }

  @Override
  public void close() {}

  private SchemaRegistry up() {
    if (down) {
      throw new RegistryUnavailableException("no registry at http://none: connection refused");
    }
    return registry;
  }
}
