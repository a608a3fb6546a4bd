/** What is over and of no use any more goes, after a while. */
@NullMarked
package io.sarangbang.rooms.retention;

import org.jspecify.annotations.NullMarked;
