package org.articlepipeline.index.search;

import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;

/** On the embedded node. */
@UsesStack
final class CookbookIT extends CookbookTests {
  CookbookIT(EmbeddedStack stack) {
    super(stack.elasticsearch().url());
  }
}
