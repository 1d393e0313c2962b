@NullMarked
package org.articlepipeline.index;

import org.jspecify.annotations.NullMarked;
