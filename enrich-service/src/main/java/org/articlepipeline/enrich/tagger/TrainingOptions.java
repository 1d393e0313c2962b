package org.articlepipeline.enrich.tagger;

/**
 * How a model is trained.
 *
 * @param passes over all texts
 * @param learningRate of AdaGrad
 * @param dropout share of a token's features that are left out, others each time
 * @param largest number of features in the model: those with the largest weights
 * @param seed of all that is random
 */
public record TrainingOptions(
    int passes, double learningRate, double dropout, int largest, long seed) {

  public static TrainingOptions defaults() {
    return new TrainingOptions(12, 0.02, 0.4, 400_000, 1);
  }

  public TrainingOptions withPasses(int other) {
    return new TrainingOptions(other, learningRate, dropout, largest, seed);
  }

  public TrainingOptions withSeed(long other) {
    return new TrainingOptions(passes, learningRate, dropout, largest, other);
  }
}
