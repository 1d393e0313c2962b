/**
 * The way in for CMSes that speak HTTP: an article with an API key in, a record on the topic of
 * submissions out, 202 once the broker has acknowledged it. It decides nothing about an article:
 * that is the topology's, of which it knows nothing.
 */
@NullMarked
package org.articlepipeline.ingest.gateway;

import org.jspecify.annotations.NullMarked;
