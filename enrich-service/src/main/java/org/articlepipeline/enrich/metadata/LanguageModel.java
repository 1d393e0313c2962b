package org.articlepipeline.enrich.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * OpenNLP's language model, 103 languages, 10 MB: loaded once in a JVM, however many services run
 * in it.
 */
public final class LanguageModel {

  private LanguageModel() {}

  private static final class Holder {
    static final LanguageDetectorModel MODEL = read();
  }

  public static LanguageDetectorModel load() {
    return Holder.MODEL;
  }

  private static LanguageDetectorModel read() {
    try (InputStream in = LanguageModel.class.getResourceAsStream("/langdetect-183.bin")) {
      return new LanguageDetectorModel(
          Objects.requireNonNull(in, "opennlp-models-langdetect is not on the class path"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
