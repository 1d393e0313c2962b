@NullMarked
package org.articlepipeline.platform;

import org.jspecify.annotations.NullMarked;
