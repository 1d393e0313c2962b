package org.articlepipeline.ingest.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.articlepipeline.platform.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose key is whose, from a file that is read again when it has changed: keys rotate without a
 * restart. A file that becomes unreadable changes nothing but the log: the keys before stay, for a
 * typing error must not shut out every CMS.
 */
final class ApiKeys {
  private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
  private static final Pattern LINE = Pattern.compile("(\\S.*?)\\s+([0-9a-fA-F]{64})");
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private record Entry(String source, byte[] hash) {}

  private final Path file;
  private final LongSupplier nanoTime;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile List<Entry> entries;
  private volatile long lookedAt;
  private String text;

  /**
   * @throws ConfigException naming the file, or the line in it, that can't be read
   */
  ApiKeys(Path file, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
    this.text = text(file);
    this.entries = parse(text);
    this.lookedAt = nanoTime.getAsLong();
  }

  /**
   * The source that this key is of. Compares with every key, whatever matches, in constant time.
   */
  Optional<String> sourceOf(String secret) {
    lookAgain();
    byte[] hash = ApiKey.hash(secret);
    String found = null;
    for (Entry entry : entries) {
      if (MessageDigest.isEqual(entry.hash(), hash)) {
        found = entry.source();
      }
    }
    return Optional.ofNullable(found);
  }

  private void lookAgain() {
    if (nanoTime.getAsLong() - lookedAt < LOOK_AGAIN_NANOS || !reading.tryLock()) {
      return;
    }
    try {
      String now = text(file);
      if (!now.equals(text)) {
        text = now;
        entries = parse(now);
        LOG.atInfo()
            .addKeyValue("file", file)
            .addKeyValue("keys", entries.size())
            .log("gateway keys read again");
      }
    } catch (ConfigException e) {
      LOG.atError()
          .addKeyValue("reason", e.getMessage())
          .log("gateway keys not read again; the ones before stay");
    } finally {
      lookedAt = nanoTime.getAsLong();
      reading.unlock();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw bad(file, null, "there is no such file; make it with ./articles gateway-key");
    } catch (IOException e) {
      throw bad(file, null, "it can't be read as UTF-8 text: " + e.getMessage());
    }
  }

  private List<Entry> parse(String content) {
    var found = new ArrayList<Entry>();
    Set<String> hashes = new HashSet<>();
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line.strip());
      if (!matcher.matches()) {
        throw bad(
            file,
            number,
            "a line is 'SOURCE SHA256', the hash in 64 hex digits; ./articles gateway-key SOURCE makes one");
      }
      if (!hashes.add(matcher.group(2).toLowerCase(Locale.ROOT))) {
        throw bad(file, number, "this key was in a line before; each key is of one source");
      }
      found.add(new Entry(matcher.group(1), HexFormat.of().parseHex(matcher.group(2))));
    }
    return List.copyOf(found);
  }

  /** The line itself is not repeated: it may hold a key that was put there instead of its hash. */
  private static ConfigException bad(Path file, @Nullable Integer line, String why) {
    return new ConfigException(
        List.of(
            "articles.gateway.keys-file "
                + file
                + (line == null ? "" : ", line " + line)
                + ": "
                + why));
  }
}
