/** Asks the TURN server for a relay with the very credentials that browsers are given (RFC 8656). */
@NullMarked
package io.sarangbang.doctor.turn;

import org.jspecify.annotations.NullMarked;
