package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrustedTypesTest {

  @Test
  void aBuilderWorksInAProgramThatHasLoadedNothingElseOfOurs() throws Exception {
    URL[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(TrustedTypesTest::url)
            .toArray(URL[]::new);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (var fresh = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(fresh);
      Object builder = fresh.loadClass(Entity.class.getName()).getMethod("newBuilder").invoke(null);
      Class<?> type = builder.getClass();
      type.getMethod("setUri", String.class).invoke(builder, "u");
      type.getMethod("setName", String.class).invoke(builder, "n");
      assertThat(type.getMethod("build").invoke(builder)).asString().contains("UNKNOWN");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL url(String entry) {
    try {
      URI uri = Path.of(entry).toUri();
      return uri.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }
}
