/** IPTC ninjs and posts of WordPress's REST API as drafts. A bad value is named by its path. */
@NullMarked
package org.articlepipeline.ingest.json;

import org.jspecify.annotations.NullMarked;
