/** Rooms and everything in them: seats, meetings and chat, over OpenVidu. */
@NullMarked
package io.sarangbang.rooms;

import org.jspecify.annotations.NullMarked;
