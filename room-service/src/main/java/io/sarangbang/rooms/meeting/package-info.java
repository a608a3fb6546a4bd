/** Meetings: one occurrence of a room being used, from the first person in to the last one out. */
@NullMarked
package io.sarangbang.rooms.meeting;

import org.jspecify.annotations.NullMarked;
