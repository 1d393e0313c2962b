/** Whether an index holds what the log says, and whether a new one may take its place. */
@NullMarked
package org.articlepipeline.index.audit;

import org.jspecify.annotations.NullMarked;
