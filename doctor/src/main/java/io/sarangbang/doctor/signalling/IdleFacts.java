package io.sarangbang.doctor.signalling;

import java.time.Duration;

/**
 * What became of a WebSocket on which nobody said anything.
 *
 * @param lasted how long it was open
 * @param ended how it ended; empty while it was still open
 */
record IdleFacts(Duration lasted, String ended) {}
