@NullMarked
package org.articlepipeline.index.search;

import org.jspecify.annotations.NullMarked;
