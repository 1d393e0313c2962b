package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.schemas.Entity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityFileTest {
  private static final String LINE =
      "{\"uri\":\"p:1\",\"name\":\"Nadia Brook\",\"type\":\"PERSON\"}\n";
  private static final String ITEM =
      "{\"type\":\"item\",\"id\":\"Q1\",\"labels\":{\"en\":{\"value\":\"Nadia Brook\"}},\"claims\":{\"P31\":[{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"Q5\"}}}}]}}";

  @TempDir Path folder;

  @Test
  void theFormatIsKnownByTheBegin() throws IOException {
    assertThat(read(LINE)).isEqualTo("p:1");
    assertThat(read("# ours\n" + LINE)).isEqualTo("p:1");
    assertThat(read("[\n" + ITEM + "\n]\n")).isEqualTo("http://www.wikidata.org/entity/Q1");
    assertThat(read(ITEM + ",\n")).isEqualTo("http://www.wikidata.org/entity/Q1");
  }

  @Test
  void gzippedFilesAreRead() throws IOException {
    Path file = folder.resolve("entities.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(LINE.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(new EntityFile(file, new CommandOptions()).all()).hasSize(1);
  }

  @Test
  void whatCanNotBeReadIsSaidWithTheFile() throws IOException {
    byte[] cut = {0x1F, (byte) 0x8B, 8, 0};
    assertThatThrownBy(() -> read(cut)).hasMessageStartingWith(folder.toString());
    assertThatThrownBy(() -> read(new byte[] {'{', (byte) 0xFF, '}'}))
        .hasMessageEndingWith("can't be read: it is not UTF-8");
    assertThatThrownBy(() -> read("BZh9"))
        .hasMessageContaining("is bzip2, which is not read: bzcat");
  }

  @Test
  void urisOfTheStarterSetAreRefused() {
    String starter = StarterSet.URI_PREFIX + "country:fr";

    assertThatThrownBy(() -> read(LINE.replace("p:1", starter)))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("'" + starter + "' is a uri of the starter set");
  }

  private String read(String content) throws IOException {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private String read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("entities"), content);
    Entity entity = new EntityFile(file, new CommandOptions()).all().getFirst();
    return entity.getUri();
  }
}
