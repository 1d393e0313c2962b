package org.articlepipeline.enrich.tagger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a recognizer is trained from. The order counts: the same files in another order give another
 * model.
 *
 * @param data texts with labelled names, see {@link LabelledFile}
 * @param test others, to measure the model on; may be empty
 * @param unrelated names of sources in these files whose sentences have nothing to do with one
 *     another
 * @param lists for each kind a file of names, one a line
 * @param vectors of words, in the text format of GloVe; null for a model without word clusters
 */
public record TrainingFiles(
    List<Path> data,
    List<Path> test,
    Set<String> unrelated,
    Map<WordList, Path> lists,
    @Nullable Path vectors) {}
