package org.articlepipeline.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
public final class SubjectAdmin implements AutoCloseable {

  /** Every version of a schema reads what any other wrote. */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final Logger LOG = LoggerFactory.getLogger(SubjectAdmin.class);

  private final SchemaRegistryClient registry;
  private final boolean mayRegister;

  /** Takes Confluent's keys; with {@code auto.register.schemas=false} it only compares. */
  public SubjectAdmin(Map<String, ?> registryConfig) {
    this.registry = new SchemaRegistryClient(registryConfig);
    this.mayRegister = SchemaChoice.of(registryConfig) == SchemaChoice.REGISTER;
  }

  /**
   * Registers this build's schemas and sets the rule of subjects that were not there. What is there
   * stays as it is. A registry that is away fails nothing: serdes will wait for it when they need
   * it.
   *
   * @return how subjects differ, or that they could not be compared; also logged
   */
  public List<TopicDifference> createOrCheck() {
    var found = new ArrayList<TopicDifference>();
    for (Topic<?, ?> topic : Topics.all()) {
      if (SpecificRecord.class.isAssignableFrom(topic.valueType())) {
        try {
          createOrCheck(topic, found);
        } catch (RegistryUnavailableException e) {
          found.add(difference(topic, "registry", "reachable", "unreachable", e.getMessage()));
          break;
        }
      }
    }
    found.forEach(SubjectAdmin::report);
    return List.copyOf(found);
  }

  private void createOrCheck(Topic<?, ?> topic, List<TopicDifference> found) {
    String subject = topic.name() + "-value";
    Schema schema = SpecificData.get().getSchema(topic.valueType());
    String name = schema.getFullName();
    try {
      boolean exists = exists(subject);
      if (exists) {
        checkRule(topic, subject, found);
      } else if (mayRegister) {
        registry.compatibility(subject, COMPATIBILITY);
      }
      if (mayRegister) {
        registry.register(subject, schema);
      } else {
        registry.idOf(subject, schema);
      }
    } catch (UnknownSchemaException e) {
      found.add(difference(topic, "schema", name, "missing", e.getMessage()));
    } catch (IncompatibleSchemaException e) {
      found.add(difference(topic, "schema", name, "refused", e.getMessage()));
    }
  }

  private void checkRule(Topic<?, ?> topic, String subject, List<TopicDifference> found) {
    String level = registry.compatibility(subject);
    if (!level.equals(COMPATIBILITY)) {
      String advice =
          "PUT {\"compatibility\":\"%s\"} to the registry's /config/%s, else a CMS can register a schema that no stage reads"
              .formatted(COMPATIBILITY, subject);
      found.add(difference(topic, "compatibility", COMPATIBILITY, level, advice));
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

  private static TopicDifference difference(
      Topic<?, ?> topic, String setting, String declared, String actual, String advice) {
    return new TopicDifference(topic.name(), setting, declared, actual, advice);
  }

  private static void report(TopicDifference difference) {
    LOG.atWarn()
        .addKeyValue("topic", difference.topic())
        .addKeyValue("setting", difference.setting())
        .addKeyValue("declared", difference.declared())
        .addKeyValue("actual", difference.actual())
        .addKeyValue("advice", difference.advice())
        .log("subject differs from its declaration");
  }

  @Override
  public void close() {
    registry.close();
  }
}
