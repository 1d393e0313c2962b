package org.articlepipeline.enrich;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.articlepipeline.enrich.entities.EntitiesStep;
import org.articlepipeline.enrich.entities.EntityRecognizer;
import org.articlepipeline.enrich.metadata.ContentHashStep;
import org.articlepipeline.enrich.metadata.DatesStep;
import org.articlepipeline.enrich.metadata.KeyPhrasesStep;
import org.articlepipeline.enrich.metadata.LanguageModel;
import org.articlepipeline.enrich.metadata.LanguageStep;
import org.articlepipeline.enrich.metadata.LengthStep;
import org.articlepipeline.enrich.metadata.QuotesStep;
import org.articlepipeline.enrich.metadata.ReadabilityStep;
import org.articlepipeline.enrich.metadata.SubjectsStep;
import org.articlepipeline.enrich.metadata.SummaryStep;
import org.articlepipeline.enrich.stories.ClusterStep;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.platform.ConfigException;

/** The steps, in the order in which they run. */
final class EnrichmentSteps {

  private EnrichmentSteps() {}

  static List<EnrichmentStep> all(EntityRecognizer recognizer) {
    return List.of(
        new DatesStep(),
        new LanguageStep(LanguageModel.load()),
        new LengthStep(),
        new ReadabilityStep(),
        new EntitiesStep(recognizer),
        new QuotesStep(),
        new SummaryStep(),
        new KeyPhrasesStep(),
        new SubjectsStep(),
        new ContentHashStep(),
        new ClusterStep());
  }

  /**
   * @param off names of steps that don't run
   * @throws ConfigException when a name is no step's
   */
  static List<EnrichmentStep> without(Collection<String> off, List<EnrichmentStep> steps) {
    List<EnrichmentStep> rest = new ArrayList<>(steps);
    TreeSet<String> unknown = new TreeSet<>(off);
    steps.stream().map(EnrichmentStep::name).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new ConfigException(
          List.of(
              "articles.enrich.steps-off: there is no step %s; steps are %s"
                  .formatted(unknown, steps.stream().map(EnrichmentStep::name).toList())));
    }
    rest.removeIf(step -> off.contains(step.name()));
    return List.copyOf(rest);
  }
}
