package org.articlepipeline.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the services of a stack show at {@code /metrics} now. */
record Scrape(List<String> samples) {
  private static final Pattern NAME_ENDS = Pattern.compile("[{ ]");

  static Scrape of(StackFile stack) {
    var samples = new ArrayList<String>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String service : stack.services().values()) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/metrics")).build();
        http.send(request, HttpResponse.BodyHandlers.ofString())
            .body()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(samples::add);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    return new Scrape(samples);
  }

  Set<String> names() {
    return samples.stream()
        .map(sample -> NAME_ENDS.split(sample, 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of all samples that begin so. */
  List<Double> values(String begin) {
    return samples.stream()
        .filter(sample -> sample.startsWith(begin))
        .map(sample -> Double.valueOf(sample.substring(sample.lastIndexOf(' ') + 1)))
        .toList();
  }
}
