@NullMarked
package org.articlepipeline.embedded;

import org.jspecify.annotations.NullMarked;
