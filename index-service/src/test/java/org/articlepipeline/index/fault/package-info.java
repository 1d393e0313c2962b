/** What breaks around the service, on real servers, and that nothing is lost, stale or doubled. */
@NullMarked
package org.articlepipeline.index.fault;

import org.jspecify.annotations.NullMarked;
