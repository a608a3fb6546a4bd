/** Connections as a browser makes them, to the public name by whatever way leads there from here. */
@NullMarked
package io.sarangbang.doctor.wire;

import org.jspecify.annotations.NullMarked;
