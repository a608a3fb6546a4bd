package io.sarangbang.rooms.seat;

import java.time.Duration;
import java.util.UUID;

/**
 * Somebody who asks for a place.
 *
 * @param hold how long the place is to be kept
 */
record Guest(UUID account, String displayName, Duration hold) {}
