@NullMarked
package org.articlepipeline.operations.console;

import org.jspecify.annotations.NullMarked;
