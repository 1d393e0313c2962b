package org.articlepipeline.ingest.feed;

import java.util.List;
import org.articlepipeline.schemas.ArticleSubmission;

/**
 * What a feed gives.
 *
 * @param submissions one for each entry that can be an article, in the feed's order
 * @param problems a sentence for each entry that can't, and why
 * @param notes what the feed's publisher may want to know, a sentence each
 */
public record Feed(List<ArticleSubmission> submissions, List<String> problems, List<String> notes) {

  public Feed {
    submissions = List.copyOf(submissions);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }
}
