package org.articlepipeline.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A registry in this object alone, for unit tests of topologies and for commands that use no
 * servers.
 */
public final class LocalSchemaRegistry implements SchemaRegistry {

  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, Registered> newest = new HashMap<>();

  @Override
  public synchronized int register(String subject, Schema schema) {
    int id = schemas.indexOf(schema) + 1;
    if (id == 0) {
      schemas.add(schema);
      id = schemas.size();
    }
    newest.put(subject, new Registered(id, schema));
    return id;
  }

  @Override
  public synchronized int idOf(String subject, Schema schema) {
    int id = schemas.indexOf(schema) + 1;
    if (id == 0) {
      throw new UnknownSchemaException(
          "schema %s is not registered under %s".formatted(schema.getFullName(), subject));
    }
    return id;
  }

  @Override
  public synchronized Registered latest(String subject) {
    Registered registered = newest.get(subject);
    if (registered == null) {
      throw new UnknownSchemaException("subject %s has no schema".formatted(subject));
    }
    return registered;
  }

  @Override
  public synchronized Schema byId(int id) {
    if (id < 1 || id > schemas.size()) {
      throw new UnknownSchemaException("schema id %d is not registered".formatted(id));
    }
    return schemas.get(id - 1);
  }

  @Override
  public void close() {}
}
