package org.articlepipeline.schemas;

import java.util.Map;

/** Which schema a serializer writes with, in the precedence of Confluent's serializer. */
enum SchemaChoice {
  /** The record's own, registered when it is not there yet. */
  REGISTER,
  /** The subject's newest, whatever it is. */
  LATEST,
  /** The record's own, which must be registered already. */
  LOOK_UP;

  static SchemaChoice of(Map<String, ?> config) {
    if (flag(config, "auto.register.schemas", true)) {
      return REGISTER;
    }
    return flag(config, "use.latest.version", false) ? LATEST : LOOK_UP;
  }

  static boolean flag(Map<String, ?> config, String key, boolean otherwise) {
    Object value = config.get(key);
    return value == null ? otherwise : Boolean.parseBoolean(value.toString().strip());
  }
}
