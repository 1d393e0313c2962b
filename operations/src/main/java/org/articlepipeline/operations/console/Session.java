package org.articlepipeline.operations.console;

import java.time.Instant;

/**
 * Somebody who signed in.
 *
 * @param id what the cookie holds
 * @param name who it is, as they said; for the audit trail
 * @param csrf what each form must send along
 */
record Session(String id, String name, String csrf, Instant expires) {}
