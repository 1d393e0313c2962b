@NullMarked
package org.articlepipeline.index.relevance;

import org.jspecify.annotations.NullMarked;
