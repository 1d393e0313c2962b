/** What runs inside the broker's JVM. */
@NullMarked
package org.articlepipeline.embedded.kafka;

import org.jspecify.annotations.NullMarked;
