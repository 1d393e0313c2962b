@NullMarked
package org.articlepipeline.index.audit;

import org.jspecify.annotations.NullMarked;
