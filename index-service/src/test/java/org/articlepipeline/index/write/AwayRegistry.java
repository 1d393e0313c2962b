package org.articlepipeline.index.write;

import org.apache.avro.Schema;
import org.articlepipeline.schemas.LocalSchemaRegistry;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.SchemaRegistry;

/** A registry that can be away. */
final class AwayRegistry implements SchemaRegistry {
  private final LocalSchemaRegistry registry = new LocalSchemaRegistry();
  boolean away;

  private LocalSchemaRegistry ask() {
    if (away) {
      throw new RegistryUnavailableException("the registry is away");
    }
    return registry;
  }

  @Override
  public int register(String subject, Schema schema) {
    return ask().register(subject, schema);
  }

  @Override
  public int idOf(String subject, Schema schema) {
    return ask().idOf(subject, schema);
  }

  @Override
  public Registered latest(String subject) {
    return ask().latest(subject);
  }

  @Override
  public Schema byId(int id) {
    return ask().byId(id);
  }

  @Override
  public void close() {}
}
