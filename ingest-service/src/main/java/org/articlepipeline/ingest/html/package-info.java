/**
 * The article in a page of HTML: one walk over the document, then cuts, the main container, its
 * lines, and what the page says about itself.
 */
@NullMarked
package org.articlepipeline.ingest.html;

import org.jspecify.annotations.NullMarked;
