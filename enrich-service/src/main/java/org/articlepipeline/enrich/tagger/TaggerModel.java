package org.articlepipeline.enrich.tagger;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * What was learned, as a file: gzip of a mark, the lexicon, the weights of features and of
 * transitions between labels.
 *
 * @param scale what a weight of 1 in the table stands for
 * @param transitions {@code [before * COUNT + label]}; of those that can't be, anything
 */
record TaggerModel(Lexicon lexicon, FeatureTable features, float scale, float[] transitions) {
  private static final int LARGEST = 1 << 24;

  /** "NAM" and the version of the format, which includes the features. */
  private static final int MARK = 0x4E414D03;

  void write(OutputStream out) throws IOException {
    try (var data =
        new DataOutputStream(new java.io.BufferedOutputStream(new GZIPOutputStream(out)))) {
      data.writeInt(MARK);
      lexicon.write(data);
      features.write(data);
      data.writeFloat(scale);
      for (float transition : transitions) {
        data.writeFloat(transition);
      }
      data.writeInt(MARK);
    }
  }

  /** A size that was written; a damaged one must not take all memory. */
  static int size(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > LARGEST) {
      throw new ZipException("a size of " + size);
    }
    return size;
  }

  /**
   * @param name of the file or resource, for messages
   * @throws IOException when it can't be read, or is no model
   */
  static TaggerModel read(InputStream in, String name) throws IOException {
    try (var data = new DataInputStream(new java.io.BufferedInputStream(new GZIPInputStream(in)))) {
      if (data.readInt() != MARK) {
        throw new IOException(name + " is no model of this version: train it again");
      }
      Lexicon lexicon = Lexicon.read(data);
      FeatureTable features = FeatureTable.read(data);
      float scale = data.readFloat();
      float[] transitions = new float[Labels.COUNT * Labels.COUNT];
      for (int i = 0; i < transitions.length; i++) {
        transitions[i] = data.readFloat();
      }
      if (data.readInt() != MARK) {
        throw new IOException(name + " is damaged: its end is missing");
      }
      return new TaggerModel(lexicon, features, scale, transitions);
    } catch (EOFException | ZipException e) {
      throw new IOException(name + " is damaged (%s): get it again".formatted(e.getMessage()), e);
    }
  }
}
