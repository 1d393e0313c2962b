@NullMarked
package org.articlepipeline.ingest;

import org.jspecify.annotations.NullMarked;
