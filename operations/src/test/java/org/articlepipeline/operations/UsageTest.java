package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamples(List<String> command) {
    Cli help = Cli.run(Stream.concat(command.stream(), Stream.of("--help")).toArray()).done();

    assertThat(help.out()).contains("Usage: articles").contains("Examples:").contains("--json");
    assertThat(help.err()).isEmpty();
  }

  static List<List<String>> commands() {
    var found = new ArrayList<List<String>>();
    collect(new CommandLine(new Articles()), List.of(), found);
    return found;
  }

  private static void collect(CommandLine command, List<String> name, List<List<String>> found) {
    command
        .getSubcommands()
        .forEach(
            (word, sub) -> {
              List<String> path = Stream.concat(name.stream(), Stream.of(word)).toList();
              if (sub.getSubcommands().isEmpty()) {
                found.add(path);
              }
              collect(sub, path, found);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "submit --no-such-flag x",
        "sumbit x",
        "topics",
        "submit",
        "submit -",
        "submit --uri urn:a a b",
        "submit --revision 0 x",
        "submit --revision 8796093022208 x",
        "submit --revision abc x",
        "submit --status gone x",
        "submit --embargo tomorrow x",
        "submit --status canceled --embargo 2030-01-01T00:00:00Z x",
        "submit --data a --config b x",
        "preview no-such-file",
        "preview --jsonl no-such-file",
        "preview --entities no-such-file x",
        "entities import no-such-file",
        "entities import",
        "entities import --starter no-such-file",
        "entities import --format csv no-such-file",
        "entities remove",
        "train-recognizer no-such-file --out x",
        "train-recognizer pom.xml",
        "train-recognizer pom.xml --out x --passes 0",
        "train-recognizer pom.xml --out x --list RIVER=pom.xml",
        "search --limit 0 x",
        "index audit --max-ghosts -1",
        "index audit --repiar",
        "search",
        "dead-letters show nonsense",
        "dead-letters replay nonsense",
        "dead-letters replay --rate 0",
        "dead-letters replay --since yesterday",
        "gateway-key",
        "gateway-key #a",
        "index rebuild --mapping no-such-file",
        "index rebuild --mapping pom.xml",
        "search --config no-such-file x"
      })
  void wrongUsageIsOneLineAndExitCode2(String line) {
    Cli wrong = Cli.run((Object[]) line.split(" ")).failed(2);

    assertThat(wrong.err()).startsWith("error: ").hasLineCount(1);
    assertThat(wrong.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "submit --wiat x, --wait",
    "submit --revison=3 x, --revision",
    "sumbit x, submit",
    "index statsu, status"
  })
  void aTypingErrorIsAnsweredWithWhatWasMeant(String line, String meant) {
    assertThat(Cli.run((Object[]) line.split(" ")).failed(2).err())
        .contains("did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "submit %s",
        "search x",
        "journey urn:x",
        "index status",
        "index audit",
        "index rebuild",
        "index rollback",
        "topics describe",
        "topics lag",
        "dead-letters list",
        "dead-letters replay --dry-run",
        "console",
        "dead-letters show articles.dead-letters-0-0"
      })
  void withoutAStackEveryCommandSaysHowToStartOne(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("story.txt"), "text");

    Cli none = Cli.on(folder, (Object[]) line.formatted(file).split(" ")).failed(1);

    assertThat(none.err())
        .startsWith("error: no stack is running")
        .contains("./articles up --data " + folder)
        .contains("--config")
        .hasLineCount(1);
  }

  @Test
  void eachProblemOfAConfigFileIsALine() throws IOException {
    Path config = Files.writeString(folder.resolve("a.properties"), "articles.kafka.bootstrap=x\n");

    Cli wrong = Cli.run("search", "x", "--config", config).failed(2);

    assertThat(wrong.err().lines())
        .allMatch(line -> line.startsWith("error: "))
        .anyMatch(line -> line.contains("articles.registry.url"))
        .anyMatch(
            line -> line.contains("articles.kafka.bootstrap ") && line.contains(config.toString()))
        .noneMatch(line -> line.contains("SRCFG"));
  }

  @Test
  void aServerThatDoesNotAnswerIsNamed() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("a.properties"),
            """
            articles.kafka.bootstrap-servers=127.0.0.1:1
            articles.registry.url=http://127.0.0.1:1
            articles.elasticsearch.url=http://127.0.0.1:1
            """);

    assertThat(Cli.run("search", "x", "--config", config).failed(1).err())
        .startsWith("error: Elasticsearch does not answer at http://127.0.0.1:1")
        .hasLineCount(1);
  }

  @Test
  void aGatewayKeyIsShownOnceAndItsLineIsAddedToTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), "# ours");

    String key = Cli.run("gateway-key", "Daily News", "--file", file).done().out().strip();
    Cli bare = Cli.run("gateway-key", "daily-bugle").done();

    assertThat(key).startsWith("articles_").hasSizeGreaterThan(50);
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .satisfies(lines -> assertThat(lines.get(1)).matches("Daily News [0-9a-f]{64}"));
    assertThat(Files.readString(file)).doesNotContain(key);
    assertThat(bare.out().lines())
        .satisfiesExactly(
            secret -> assertThat(secret).startsWith("articles_"),
            line -> assertThat(line).matches("daily-bugle [0-9a-f]{64}"));
  }

  @Test
  void theStackFileOfADeadProcessCountsAsNone() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    new StackFile(
            dead.pid(),
            "2026-01-01T00:00:00Z",
            "127.0.0.1:1",
            "http://r",
            "http://e",
            java.util.Map.of())
        .write(folder);

    assertThat(Cli.on(folder, "search", "x").failed(1).err()).contains("no stack is running");
  }

  @Test
  void theStackFileOfAnEarlierProcessWithThisPidCountsAsNone() {
    new StackFile(
            ProcessHandle.current().pid(),
            "2001-01-01T00:00:00Z",
            "127.0.0.1:1",
            "http://r",
            "http://e",
            java.util.Map.of())
        .write(folder);

    assertThat(Cli.on(folder, "search", "x").failed(1).err()).contains("no stack is running");
  }

  @Test
  void anotherStackOnTheSameFolderIsRefused() {
    try (StackLock held = StackLock.take(folder)) {
      Cli second = Cli.on(folder, "up").failed(1);

      assertThat(held).isNotNull();
      assertThat(second.err()).contains("already running as pid " + ProcessHandle.current().pid());
    }
    assertThat(StackLock.holder(folder)).isEmpty();
  }
}
