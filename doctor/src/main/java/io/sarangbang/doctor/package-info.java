/** Asks a deployment for facts, judges them, and names what is wrong: one cause, in words that say what to do. */
@NullMarked
package io.sarangbang.doctor;

import org.jspecify.annotations.NullMarked;
