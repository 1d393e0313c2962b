@NullMarked
package org.articlepipeline.operations;

import org.jspecify.annotations.NullMarked;
