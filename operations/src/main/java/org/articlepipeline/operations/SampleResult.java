package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A sample article as readers find it.
 *
 * @param millis from the submission until the alias found it
 * @param search URL that shows it
 */
record SampleResult(long millis, String search, JsonNode document) {

  void print(Output output) {
    output.line("");
    output.line(DocumentText.headline(document));
    output.line("  " + DocumentText.facts(document));
    DocumentText.names(document).forEach(names -> output.line("  " + names));
    output.line(String.format(Locale.ROOT, "  searchable after %,d ms: %s", millis, search));
  }
}
