package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.articlepipeline.enrich.knowledge.EntityJsonLines;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Entity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code articles preview}. */
@Command(
    name = "preview",
    description = {
      "Cleans and enriches articles in this process, without servers, and prints the documents that would be indexed.",
      "One file gives one JSON object, several or a feed give a list. `removals` says what was taken out of the body, and why."
    },
    footer = {
      "",
      "Examples:",
      "  ./articles preview story.txt",
      "  ./articles preview --entities newsroom.jsonl story.txt",
      "  ./articles preview --jsonl requests.jsonl > documents.jsonl",
      "",
      "A request of --jsonl is a line such as",
      "  {\"uri\": \"urn:a:1\", \"format\": \"text\", \"body\": \"…\", \"url\": \"https://…\"}",
      "and its answer the document, or {\"uri\": …, \"error\": {\"reason\": …, \"message\": …}}, in the same order."
    })
final class PreviewCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();
  @Mixin SubmissionOptions submission = new SubmissionOptions();

  @Option(
      names = "--jsonl",
      description = "FILE holds one request a line; prints one document a line.")
  boolean jsonLines;

  @Option(
      names = "--entities",
      paramLabel = "FILE",
      description =
          "Knowledge base to use, as `entities import` takes it. Default: the starter set.")
  @Nullable Path entities;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, or - for standard input.")
  List<String> files = List.of();

  @Override
  public Integer call() {
    Output output = options.output();
    var preview = new Preview(knowledge(), Clock.systemUTC());
    return jsonLines ? previewLines(preview, output) : previewFiles(preview, output);
  }

  private List<Entity> knowledge() {
    return entities == null ? EntityJsonLines.sample() : new EntityFile(entities, options).all();
  }

  private int previewFiles(Preview preview, Output output) {
    if (submission.uri == null
        && submission.format != Formats.FEED
        && files.contains(SubmissionFiles.STANDARD_INPUT)) {
      submission.uri = "urn:articles:" + submission.source + ":stdin";
    }
    var reader = new SubmissionFiles(submission, System.in, Clock.systemUTC());
    var documents = new ArrayList<ObjectNode>();
    boolean list = files.size() > 1;
    int code = 0;
    for (String file : files) {
      try {
        FileSubmissions read = reader.read(file);
        list |= read.isFeed();
        read.notes().forEach(note -> output.note(file + ": " + note));
        for (String problem : read.problems()) {
          output.error(file + ": " + problem);
          code = Math.max(code, Errors.FAILED);
        }
        for (ArticleSubmission article : read.articles()) {
          code = Math.max(code, preview(preview, article, file, documents, output));
        }
      } catch (BadFileException e) {
        output.error(String.valueOf(e.getMessage()));
        code = Math.max(code, e.wrongUsage() ? Errors.WRONG_USAGE : Errors.FAILED);
      }
    }
    if (list) {
      output.value(documents);
    } else {
      documents.forEach(output::value);
    }
    return code;
  }

  private static int preview(
      Preview preview,
      ArticleSubmission article,
      String file,
      List<ObjectNode> documents,
      Output output) {
    try {
      documents.add(preview.of(article));
      return 0;
    } catch (PreviewException e) {
      output.error(file + ": " + e.reason() + ": " + e.getMessage());
      return Errors.FAILED;
    }
  }

  private int previewLines(Preview preview, Output output) {
    var requests = new PreviewRequests(preview);
    for (String file : files) {
      try (BufferedReader lines = open(file)) {
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          if (!line.isBlank()) {
            output.jsonLine(requests.answer(line, number));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return 0;
  }

  private BufferedReader open(String file) throws IOException {
    if (file.equals(SubmissionFiles.STANDARD_INPUT)) {
      return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw options.wrongUsage(file + ": no such file");
    }
    return Files.newBufferedReader(path);
  }
}
