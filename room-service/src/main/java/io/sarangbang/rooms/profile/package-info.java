/** The names that people chose to be shown by. */
@NullMarked
package io.sarangbang.rooms.profile;

import org.jspecify.annotations.NullMarked;
