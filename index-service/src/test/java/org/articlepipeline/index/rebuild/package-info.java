@NullMarked
package org.articlepipeline.index.rebuild;

import org.jspecify.annotations.NullMarked;
