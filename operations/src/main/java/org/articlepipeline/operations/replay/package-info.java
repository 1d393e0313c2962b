/** Dead letters are sent again, and what operators had done is written down. */
@NullMarked
package org.articlepipeline.operations.replay;

import org.jspecify.annotations.NullMarked;
