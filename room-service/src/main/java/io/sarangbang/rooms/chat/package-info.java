/** What people in a room write to each other, kept so that those who come later can read it. */
@NullMarked
package io.sarangbang.rooms.chat;

import org.jspecify.annotations.NullMarked;
