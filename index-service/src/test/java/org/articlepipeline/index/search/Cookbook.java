package org.articlepipeline.index.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests of docs/searching.md, by the heading that they stand under. */
final class Cookbook {
  private static final Path PAGE = Path.of("../docs/searching.md");
  private static final Pattern PART =
      Pattern.compile("(?m)^#{2,3} (?<title>.*)$|^```json\\n(?<block>[^`]*)```$");

  private final Map<String, List<Request>> requests = new LinkedHashMap<>();

  /**
   * @param path as it stands there, without a slash before it
   */
  record Request(String method, String path, String body) {
    static Request of(String block) {
      String[] parts = block.split("\n", 2);
      String[] line = parts[0].split(" ", 2);
      return new Request(line[0], line[1], parts[1].strip());
    }

    /** For what stands in capitals, or for {@code articles}. */
    Request with(String placeholder, String value) {
      return new Request(
          method, path.replace(placeholder, value), body.replace(placeholder, value));
    }
  }

  Cookbook() {
    String title = "";
    for (Matcher part = PART.matcher(page()); part.find(); ) {
      title = Objects.requireNonNullElse(part.group("title"), title);
      String block = part.group("block");
      if (block != null) {
        requests.computeIfAbsent(title, t -> new ArrayList<>()).add(Request.of(block));
      }
    }
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> titles() {
    return List.copyOf(requests.keySet());
  }

  List<Request> under(String title) {
    return requests.getOrDefault(title, List.of());
  }
}
