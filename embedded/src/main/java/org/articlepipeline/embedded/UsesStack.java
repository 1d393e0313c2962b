package org.articlepipeline.embedded;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lets a test class take an {@link EmbeddedStack} as parameter of its constructor or methods. All
 * classes of a test run share one: its servers start when first asked for and stop when the run
 * ends. So tests use names (topics, indices) of their own, and start again what they stop or kill.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(EmbeddedStackExtension.class)
public @interface UsesStack {}
