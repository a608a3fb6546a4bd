/** Seats: who may be in a room, who is, and how that stays true to what the media server does. */
@NullMarked
package io.sarangbang.rooms.seat;

import org.jspecify.annotations.NullMarked;
