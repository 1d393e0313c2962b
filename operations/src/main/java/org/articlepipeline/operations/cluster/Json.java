package org.articlepipeline.operations.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/** How values are written for scripts and pages. */
public final class Json {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          // Instants in ISO 8601, as everywhere.
          .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
          .build();

  private Json() {}
}
