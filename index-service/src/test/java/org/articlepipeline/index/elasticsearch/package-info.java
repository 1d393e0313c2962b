@NullMarked
package org.articlepipeline.index.elasticsearch;

import org.jspecify.annotations.NullMarked;
