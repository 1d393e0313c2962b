package org.articlepipeline.enrich.tagger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lower-cased words and where they stand in a space in which words of like use are neighbours.
 *
 * @param vectors of length 1, all with as many numbers
 */
record WordVectors(List<String> words, List<float[]> vectors) {

  /**
   * Reads the text format of GloVe: a word and its numbers on each line, separated by spaces, the
   * most frequent words first.
   *
   * @param most how many lines to read
   */
  static WordVectors read(Path file, int most) throws IOException {
    List<String> words = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null && words.size() < most; line = in.readLine()) {
        String[] columns = line.split(" ", -1);
        float[] vector = vector(columns);
        if (vector.length == 0
            || (!vectors.isEmpty() && vector.length != vectors.getFirst().length)) {
          throw new BadTrainingDataException(
              "%s, line %d: expected a word and %s numbers, separated by spaces"
                  .formatted(
                      file,
                      words.size() + 1,
                      vectors.isEmpty() ? "its" : vectors.getFirst().length));
        }
        words.add(columns[0]);
        vectors.add(vector);
      }
    }
    return new WordVectors(words, vectors);
  }

  /** Empty if one isn't a number. */
  private static float[] vector(String[] columns) {
    float[] vector = new float[columns.length - 1];
    double square = 0;
    try {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = Float.parseFloat(columns[i + 1]);
        square += (double) vector[i] * vector[i];
      }
    } catch (NumberFormatException e) {
      return new float[0];
    }
    return scaled(vector, square);
  }

  /** The vector at length 1, from the square of its length. */
  static float[] scaled(float[] vector, double square) {
    float factor = (float) (1 / Math.max(Math.sqrt(square), 1e-9));
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = vector[i] * factor;
    }
    return unit;
  }
}
