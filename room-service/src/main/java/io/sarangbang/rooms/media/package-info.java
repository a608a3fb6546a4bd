/** The media server behind one port, and what it tells us. */
@NullMarked
package io.sarangbang.rooms.media;

import org.jspecify.annotations.NullMarked;
