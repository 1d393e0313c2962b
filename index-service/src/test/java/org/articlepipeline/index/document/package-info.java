@NullMarked
package org.articlepipeline.index.document;

import org.jspecify.annotations.NullMarked;
