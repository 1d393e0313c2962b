package org.articlepipeline.schemas;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.avro.AvroTypeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What an exception of Confluent's serdes means. They wrap the registry's answer in a {@code
 * RestClientException} with {@code getStatus()} and {@code getErrorCode()}; that class need not be
 * on the class path, so both are called by name.
 */
final class ForeignErrors {

  private ForeignErrors() {}

  static KafkaException translate(KafkaException e) {
    if (e instanceof RegistryException || e instanceof InterruptException) {
      return e;
    }
    String message = messages(e);
    if (!(e instanceof SerializationException)) {
      // Timeouts, lost connections, refused credentials.
      return new RegistryUnavailableException(message, e);
    }
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      int status = number(cause, "getStatus");
      if (status > 0) {
        return ofAnswer(status, number(cause, "getErrorCode"), message, e);
      }
      if (cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof SSLException) {
        return new RegistryUnavailableException(message, e);
      }
      if (cause instanceof AvroTypeException) {
        return new IncompatibleSchemaException(message, e);
      }
    }
    return new NotAvroException(message, e);
  }

  private static RegistryException ofAnswer(
      int status, int errorCode, String message, KafkaException e) {
    if (status == 409 || status == 422) {
      return new IncompatibleSchemaException(message, e);
    }
    return RegistryErrors.notFound(status, errorCode)
        ? new UnknownSchemaException(message, e)
        : new RegistryUnavailableException(message, e);
  }

  /** 0 where there is no such method. */
  private static int number(Throwable cause, String method) {
    try {
      return cause.getClass().getMethod(method).invoke(cause) instanceof Integer i ? i : 0;
    } catch (ReflectiveOperationException e) {
      return 0;
    }
  }

  private static String messages(Throwable e) {
    Throwable cause = e.getCause();
    String own = String.valueOf(e.getMessage());
    return cause == null || cause.getMessage() == null ? own : own + ": " + cause.getMessage();
  }
}
