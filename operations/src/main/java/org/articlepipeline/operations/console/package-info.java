/** What operators and CMSes see of a pipeline in a browser. */
@NullMarked
package org.articlepipeline.operations.console;

import org.jspecify.annotations.NullMarked;
