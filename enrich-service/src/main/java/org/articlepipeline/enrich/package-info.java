@NullMarked
package org.articlepipeline.enrich;

import org.jspecify.annotations.NullMarked;
