/** What people type, brought into one form and within bounds. */
@NullMarked
package io.sarangbang.rooms.text;

import org.jspecify.annotations.NullMarked;
