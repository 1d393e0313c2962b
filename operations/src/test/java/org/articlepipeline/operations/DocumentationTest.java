package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;

/** What the documentation says of the code is still so. */
class DocumentationTest {
  private static final Path ROOT = Path.of(System.getProperty("articles.home", ".."));

  @Test
  void everyReasonIsExplainedToPublishers() throws IOException {
    String page = read("docs/publishing.md");

    assertThat(Arrays.stream(Reason.values()).map(r -> row(r.code(), r.description())))
        .allSatisfy(row -> assertThat(page).contains(row));
  }

  @Test
  void theJavaExampleIsTheProgramThatIsTested() throws IOException {
    String program =
        read("operations/src/test/java/org/articlepipeline/operations/PublishingExample.java");
    String page = read("docs/publishing.md");
    String shown = page.substring(page.indexOf("```java\n") + 8);
    shown = shown.substring(0, shown.indexOf("```"));

    assertThat(program).contains(shown.strip().indent(2).stripTrailing().replace("\n  \n", "\n\n"));
  }

  @Test
  void theReadmeListsEveryTopic() throws IOException {
    String page = read("README.md");

    assertThat(Topics.all()).allSatisfy(t -> assertThat(page).contains("`" + t.name() + "`"));
  }

  private static String row(String code, String description) {
    return "| `" + code + "` | " + description + " |";
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
