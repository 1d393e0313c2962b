@NullMarked
package org.articlepipeline.index.indices;

import org.jspecify.annotations.NullMarked;
