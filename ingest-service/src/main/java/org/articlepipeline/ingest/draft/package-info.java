/**
 * What all formats share: a submission held against the rules, its body as text, and the draft that
 * is made of it. Decoders make drafts, clean-up works on them.
 */
@NullMarked
package org.articlepipeline.ingest.draft;

import org.jspecify.annotations.NullMarked;
