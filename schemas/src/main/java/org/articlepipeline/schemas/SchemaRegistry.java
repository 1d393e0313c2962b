package org.articlepipeline.schemas;

import org.apache.avro.Schema;

/**
 * What serializers and deserializers need of a registry. Implementations are thread-safe and cache.
 */
public interface SchemaRegistry extends AutoCloseable {

  /**
   * Makes the schema the subject's newest version, unless it is there already, and returns its id.
   */
  int register(String subject, Schema schema);

  /** The id of a schema that is registered under the subject. */
  int idOf(String subject, Schema schema);

  /** The subject's newest version. */
  Registered latest(String subject);

  /** The schema that bytes with this id were written with. */
  Schema byId(int id);

  @Override
  void close();

  record Registered(int id, Schema schema) {}
}
