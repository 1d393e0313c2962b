package org.articlepipeline.schemas;

import org.apache.avro.Schema;
import org.articlepipeline.schemas.RegistryHttp.Answer;

/**
 * What an answer other than success means. Told by status and error code, which differ: for an
 * incompatible schema Confluent's error code is 40901, Apicurio's 409. Whatever is not clearly
 * about the schema counts as the registry's fault, for records must not become dead letters over a
 * wrong URL or password.
 */
final class RegistryErrors {

  private static final int SUBJECT_NOT_FOUND = 40401;
  private static final int SCHEMA_NOT_FOUND = 40403;

  private RegistryErrors() {}

  static RegistryException ofSchema(Answer answer, String subject, Schema schema) {
    String name = schema.getFullName();
    if (answer.status() == 409) {
      return new IncompatibleSchemaException(
          "%s refuses schema %s for subject %s: %s; evolve it so that old and new versions read each other (new fields with a default)"
              .formatted(answer.uri(), name, subject, answer.says()));
    }
    if (answer.status() == 422) {
      return new IncompatibleSchemaException(
          "%s finds schema %s for subject %s invalid: %s"
              .formatted(answer.uri(), name, subject, answer.says()));
    }
    if (notFound(answer)) {
      return new UnknownSchemaException(
          "schema %s is not registered under subject %s (%s): register it first, or set auto.register.schemas=true"
              .formatted(name, subject, answer.uri()));
    }
    return other(answer, "for subject " + subject);
  }

  static RegistryException ofSubject(Answer answer, String subject) {
    return notFound(answer)
        ? new UnknownSchemaException(
            "subject %s has no schema (%s): register one first".formatted(subject, answer.uri()))
        : other(answer, "for subject " + subject);
  }

  static RegistryException ofId(Answer answer, int id) {
    return notFound(answer)
        ? new UnknownSchemaException(
            "schema id %d is not in the registry (%s): was the record written with another registry?"
                .formatted(id, answer.uri()))
        : other(answer, "for schema id " + id);
  }

  private static boolean notFound(Answer answer) {
    return notFound(answer.status(), answer.errorCode());
  }

  /** A 404 without the registry's own code comes from something else at that address. */
  static boolean notFound(int status, int errorCode) {
    return status == 404 && errorCode >= SUBJECT_NOT_FOUND && errorCode <= SCHEMA_NOT_FOUND;
  }

  private static RegistryUnavailableException other(Answer answer, String what) {
    String advice =
        switch (answer.status()) {
          case 401, 403 ->
              "the credentials were refused; check basic.auth.user.info or bearer.auth.token";
          case 200, 301, 302, 303, 307, 308, 404, 405 ->
              "this is not the schema registry's API; check the path in " + RegistrySettings.URL;
          default -> "the registry did not accept the request";
        };
    return new RegistryUnavailableException(
        "%s answered %s %s: %s".formatted(answer.uri(), answer.says(), what, advice));
  }
}
