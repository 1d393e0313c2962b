/** What is written into the indices: an article, a receipt, a dead letter as JSON. */
@NullMarked
package org.articlepipeline.index.document;

import org.jspecify.annotations.NullMarked;
