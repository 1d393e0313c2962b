@NullMarked
package org.articlepipeline.index.write;

import org.jspecify.annotations.NullMarked;
