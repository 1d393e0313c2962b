/** The connection to Elasticsearch: how it is asked, and what it says when it can not. */
@NullMarked
package org.articlepipeline.index.elasticsearch;

import org.jspecify.annotations.NullMarked;
