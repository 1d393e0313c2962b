package org.articlepipeline.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the registry's subjects in line with {@link Topics}. Whoever writes to a topic first
 * registers its schema, and a registry may check nothing by default (Apicurio's does not), so the
 * rule is set when the subject is made.
 */
public final class SubjectAdmin {

  /** Every version of a schema reads what any other wrote. */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final Logger LOG = LoggerFactory.getLogger(SubjectAdmin.class);

  private final SchemaRegistryClient registry;

  public SubjectAdmin(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Registers this build's schemas, sets the rule of subjects that were not there, and changes
   * nothing else.
   *
   * @return how subjects differ; also logged
   * @throws RegistryUnavailableException when the registry can't be asked
   */
  public List<TopicDifference> createOrCheck() {
    var found = new ArrayList<TopicDifference>();
    for (Topic<?, ?> topic : Topics.all()) {
      if (SpecificRecord.class.isAssignableFrom(topic.valueType())) {
        createOrCheck(topic, found);
      }
    }
    found.forEach(
        d ->
            LOG.atWarn()
                .addKeyValue("topic", d.topic())
                .addKeyValue("setting", d.setting())
                .addKeyValue("declared", d.declared())
                .addKeyValue("actual", d.actual())
                .addKeyValue("advice", d.advice())
                .log("subject differs from its declaration"));
    return List.copyOf(found);
  }

  private void createOrCheck(Topic<?, ?> topic, List<TopicDifference> found) {
    String subject = topic.name() + "-value";
    if (!exists(subject)) {
      registry.compatibility(subject, COMPATIBILITY);
    } else {
      String level = registry.compatibility(subject);
      if (!COMPATIBILITY.equals(level)) {
        found.add(
            new TopicDifference(
                topic.name(),
                "compatibility",
                COMPATIBILITY,
                level,
                "PUT {\"compatibility\":\"%s\"} to the registry's /config/%s, else a CMS can register a schema that no stage reads"
                    .formatted(COMPATIBILITY, subject)));
      }
    }
    Schema schema = SpecificData.get().getSchema(topic.valueType());
    try {
      registry.register(subject, schema);
    } catch (IncompatibleSchemaException e) {
      found.add(
          new TopicDifference(
              topic.name(), "schema", schema.getFullName(), "refused", e.getMessage()));
    }
  }

  private boolean exists(String subject) {
    try {
      registry.latest(subject);
      return true;
    } catch (UnknownSchemaException e) {
      return false;
    }
  }
}
