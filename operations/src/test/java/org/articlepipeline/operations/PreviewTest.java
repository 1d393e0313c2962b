package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
  @TempDir Path folder;

  @Test
  void aScrapedPageBecomesACleanDocument() throws IOException {
    Path file = Files.write(folder.resolve("bridge.txt"), Samples.bytes("tram-bridge.txt"));
    Path entities = Files.write(folder.resolve("e.jsonl"), Samples.bytes("entities.jsonl"));

    JsonNode document = Cli.run("preview", "--json", "--entities", entities, file).done().json();

    assertThat(document.path("headline").asText())
        .startsWith("Wexmouth Council Backs")
        .endsWith("Build’");
    assertThat(document.path("datePublished").asText()).isEqualTo("2024-03-12T08:15:40Z");
    assertThat(document.path("sections").path(0).asText()).isEqualTo("Local");
    assertThat(document.path("language").asText()).isEqualTo("en");
    assertThat(document.path("people").findValuesAsText("name"))
        .contains("Ellen Marsh", "Tomas Brandt");
    assertThat(document.path("body").asText())
        .startsWith("Wexmouth’s councillors")
        .endsWith("opens in Rotterdam.")
        .doesNotContain("Share This Story", "Go to Top", "2024-03-12");
    assertThat(document.path("removals").findValuesAsText("text"))
        .anyMatch(t -> t.startsWith("Share This"));
  }

  @Test
  void severalFilesGiveAListAndBadOnesAnError() throws IOException {
    Path good =
        Files.writeString(
            folder.resolve("good.txt"), "Headline\n\nA first paragraph of the article.\n");
    Path blank = Files.writeString(folder.resolve("blank.txt"), "  \n ");

    Cli both = Cli.run("preview", good, blank).failed(1);

    assertThat(both.json()).hasSize(1);
    assertThat(both.err()).startsWith("error: " + blank + ": EMPTY_BODY: ").hasLineCount(1);
  }

  @Test
  void aFeedGivesAListOfItsEntries() throws IOException {
    Path feed =
        Files.writeString(
            folder.resolve("feed.xml"),
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Kai</title><id>urn:kai</id>
              <entry><id>urn:kai:1</id><title>Fog at sea</title><content type="html">&lt;p&gt;Fog lay over the sea until noon.&lt;/p&gt;</content></entry>
              <entry><id>urn:kai:2</id><title>Empty</title></entry>
            </feed>
            """);

    Cli preview = Cli.run("preview", "--format", "feed", feed).failed(1);

    assertThat(preview.json()).hasSize(1);
    assertThat(preview.json().at("/0/headline").asText()).isEqualTo("Fog at sea");
    assertThat(preview.json().at("/0/body").asText()).isEqualTo("Fog lay over the sea until noon.");
    assertThat(preview.err()).contains("Entry 2 (urn:kai:2)");
  }

  @Test
  void jsonLinesAreAnsweredLineByLineInOrder() throws IOException {
    Path requests =
        Files.writeString(
            folder.resolve("requests.jsonl"),
            """
            {"uri": "urn:1", "format": "text", "body": "First headline\\n\\nThe first text of them all.", "url": "https://example.org/1"}
            {"uri": "urn:2", "format": "text", "body": ""}
            not json
            {"format": "text", "body": "no uri"}

            {"uri": "urn:3", "format": "papyrus", "body": "x"}
            {"uri": "urn:4", "body": "Fourth headline\\n\\nThe fourth text of them all."}
            """);

    List<String> lines = Cli.run("preview", "--jsonl", requests).done().out().lines().toList();

    assertThat(lines).hasSize(6);
    assertThat(json(lines.get(0)).path("headline").asText()).isEqualTo("First headline");
    assertThat(json(lines.get(0)).path("url").asText()).isEqualTo("https://example.org/1");
    assertThat(json(lines.get(1)).path("uri").asText()).isEqualTo("urn:2");
    assertThat(json(lines.get(1)).at("/error/reason").asText()).isEqualTo("EMPTY_BODY");
    assertThat(json(lines.get(2)).at("/error/message").asText()).contains("line 3");
    assertThat(json(lines.get(3)).at("/error/message").asText()).contains("uri");
    assertThat(json(lines.get(4)).at("/error/message").asText()).contains("papyrus");
    assertThat(json(lines.get(5)).path("uri").asText()).isEqualTo("urn:4");
  }

  @Test
  void aBadKnowledgeBaseIsRefusedWithTheLine() throws IOException {
    Path entities =
        Files.writeString(
            folder.resolve("e.jsonl"), "{\"uri\":\"u\",\"name\":\"N\",\"type\":\"CAT\"}\n");

    assertThat(Cli.run("preview", "--entities", entities, "x").failed(1).err())
        .contains(entities + ": line 1")
        .contains("CAT");
  }

  private static JsonNode json(String line) throws IOException {
    return Output.JSON.readTree(line);
  }
}
