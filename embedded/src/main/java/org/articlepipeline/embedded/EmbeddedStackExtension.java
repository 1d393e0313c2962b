package org.articlepipeline.embedded;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Behind {@link UsesStack}: keeps the one stack in the root store, which JUnit closes at the end of
 * the run.
 */
public final class EmbeddedStackExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(EmbeddedStackExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EmbeddedStack.class;
  }

  @Override
  public EmbeddedStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(TestRunStack.class, key -> new TestRunStack(), TestRunStack.class)
        .stack();
  }
}
