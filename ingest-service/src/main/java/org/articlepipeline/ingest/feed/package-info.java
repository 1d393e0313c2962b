/** RSS and Atom feeds as submissions, one of each entry. */
@NullMarked
package org.articlepipeline.ingest.feed;

import org.jspecify.annotations.NullMarked;
