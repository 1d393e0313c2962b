/** Making an index anew beside the one that serves, and putting readers over to it or back. */
@NullMarked
package org.articlepipeline.index.rebuild;

import org.jspecify.annotations.NullMarked;
