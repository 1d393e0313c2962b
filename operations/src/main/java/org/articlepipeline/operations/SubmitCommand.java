package org.articlepipeline.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code articles submit}. */
@Command(
    name = "submit",
    description = "Publishes articles, one of each file or of each entry of a feed.",
    footer = {
      "",
      "Examples:",
      "  ./articles submit --wait news/*.txt",
      "  ./articles submit --uri urn:desk:42 --revision 3 --source desk story.html",
      "  ./articles submit --status canceled --uri urn:desk:42",
      "  ./articles submit --embargo 2026-12-01T06:00:00Z story.txt",
      "  ./articles submit --source quay feed.xml",
      "  curl -s https://example.org/story | ./articles submit --uri urn:web:story -"
    })
final class SubmitCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();
  @Mixin SubmissionOptions submission = new SubmissionOptions();

  @Option(
      names = "--wait",
      description = "Follow each article to its end; exit 1 when one is rejected or does not end.")
  boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "With --wait: give up when no article has ended for so long. Default: ${DEFAULT-VALUE}.")
  int timeout;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files, or - for standard input.")
  List<String> files = List.of();

  @Override
  public Integer call() {
    checkUsage();
    Output output = options.output();
    var clients = new KafkaClients(stack.connect(options));
    var results = new SubmitReport(output);
    var sent = new ArrayList<Submittal>();
    // The follower starts before the first article is sent, so that it misses nothing.
    try (var submitter = new Submitter(clients);
        var follower = wait ? new ReceiptFollower(clients) : null) {
      send(submitter, sent, results, output);
      if (follower != null) {
        follow(follower, sent, results, output);
      }
    }
    sent.stream()
        .filter(article -> !article.ended())
        .forEach(article -> results.add(wait ? article.resultAfterWait() : article.result()));
    return results.finish();
  }

  private void checkUsage() {
    boolean onlyStatus = submission.uri != null && !submission.withContent();
    if (files.isEmpty() && !onlyStatus) {
      throw options.wrongUsage("no FILE given; - reads standard input");
    }
    if (submission.uri != null && files.size() > 1) {
      throw options.wrongUsage("--uri names one article, but " + files.size() + " files are given");
    }
    if (submission.uri == null
        && submission.format != Formats.FEED
        && files.contains(SubmissionFiles.STANDARD_INPUT)) {
      throw options.wrongUsage("standard input needs --uri, or --format feed");
    }
    if (submission.embargo != null && !submission.withContent()) {
      throw options.wrongUsage(
          "--embargo needs content, which --status " + submission.status + " has not");
    }
    Long revision = submission.revision;
    if (revision != null && (revision < 1 || revision > Limits.MAX_REVISION)) {
      throw options.wrongUsage(
          "--revision must be 1 to " + Limits.MAX_REVISION + ", not " + revision);
    }
  }

  private void send(
      Submitter submitter, List<Submittal> sent, SubmitReport results, Output output) {
    var reader = new SubmissionFiles(submission, System.in, Clock.systemUTC());
    List<String> names = files.isEmpty() ? List.of(SubmissionFiles.STANDARD_INPUT) : files;
    int done = 0;
    try (Progress progress = Progress.of(output, "submit", names.size())) {
      for (String file : names) {
        try {
          FileSubmissions read = reader.read(file);
          read.articles().forEach(article -> sent.add(submitter.send(file, article)));
          read.problems()
              .forEach(problem -> results.add(new BadFileException(file, problem, false), file));
          read.notes().forEach(note -> output.note(file + ": " + note));
          progress.done(++done);
        } catch (BadFileException e) {
          results.add(e, file);
        }
      }
      submitter.flush();
    }
  }

  private void follow(
      ReceiptFollower follower, List<Submittal> sent, SubmitReport results, Output output) {
    Map<String, Submittal> open =
        sent.stream()
            .filter(Submittal::sent)
            .collect(Collectors.toMap(Submittal::uri, s -> s, (a, b) -> a, HashMap::new));
    int total = open.size();
    long idleSince = System.nanoTime();
    try (Progress progress = Progress.of(output, "wait", total)) {
      while (!open.isEmpty()
          && System.nanoTime() - idleSince < Duration.ofSeconds(timeout).toNanos()) {
        int before = open.size();
        follower.poll(receipt -> receive(receipt, open, results));
        if (open.size() < before) {
          idleSince = System.nanoTime();
          progress.done(total - open.size());
        }
      }
    }
  }

  private static void receive(Receipt receipt, Map<String, Submittal> open, SubmitReport results) {
    Submittal submittal = open.get(receipt.getUri());
    if (submittal != null && submittal.receive(receipt)) {
      open.remove(submittal.uri());
      results.add(submittal.result());
    }
  }
}
