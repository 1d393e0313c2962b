package org.articlepipeline.operations.console;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What all pages share. */
record Site(Templates templates, AtomicReference<@Nullable Backend> connected, boolean canSignIn) {

  /**
   * @throws PageException before the servers are known
   */
  Backend backend() {
    Backend backend = connected.get();
    if (backend == null) {
      throw PageException.unavailable("The stack is starting. Reload the page in a moment.");
    }
    return backend;
  }

  /**
   * @param answers of which the page says what could not be asked
   */
  Frame frame(Exchange exchange, String title, Answer<?>... answers) {
    return new Frame(
        title, exchange.session(), canSignIn, exchange.path(), Answer.problems(answers));
  }

  Reply page(String template, Object model) {
    return templates.render(200, template, model);
  }
}
