/** One trace from the door to the last service: its ids stand in the log, and it is sent on where somebody collects traces. */
@NullMarked
package io.sarangbang.defaults.tracing;

import org.jspecify.annotations.NullMarked;
