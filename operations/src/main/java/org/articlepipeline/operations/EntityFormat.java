package org.articlepipeline.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** How a file writes entities down. */
enum EntityFormat {
  /** By what the file begins with. */
  AUTO,
  JSONL,
  WIKIDATA;

  private static final int BEGIN = 64 << 10;

  /** What AUTO stands for; nothing is read from the stream for good. */
  static EntityFormat of(BufferedInputStream in) throws IOException {
    String begin = begin(in);
    boolean wikidata =
        begin.stripLeading().startsWith("[")
            || (begin.contains("\"id\"") && begin.contains("\"labels\""));
    return wikidata ? WIKIDATA : JSONL;
  }

  private static String begin(BufferedInputStream in) throws IOException {
    in.mark(BEGIN);
    byte[] begin = in.readNBytes(BEGIN);
    in.reset();
    return new String(begin, StandardCharsets.UTF_8);
  }

  static boolean isGzip(InputStream in) throws IOException {
    return startsWith(in, 0x1F, 0x8B);
  }

  static boolean isBzip2(InputStream in) throws IOException {
    return startsWith(in, 'B', 'Z');
  }

  private static boolean startsWith(InputStream in, int first, int second) throws IOException {
    in.mark(2);
    boolean starts = in.read() == first && in.read() == second;
    in.reset();
    return starts;
  }
}
