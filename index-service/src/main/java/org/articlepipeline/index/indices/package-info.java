/** The indices themselves: names, aliases, templates, mappings, days of the journal. */
@NullMarked
package org.articlepipeline.index.indices;

import org.jspecify.annotations.NullMarked;
