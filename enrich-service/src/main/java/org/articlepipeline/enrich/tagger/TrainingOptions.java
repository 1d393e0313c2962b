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
    return new TrainingOptions(10, 0.025, 0.2, 400_000, 1);
  }
}
