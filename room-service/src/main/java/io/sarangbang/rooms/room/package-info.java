/** Rooms: their owner, title, capacity and the code by which people find them. */
@NullMarked
package io.sarangbang.rooms.room;

import org.jspecify.annotations.NullMarked;
