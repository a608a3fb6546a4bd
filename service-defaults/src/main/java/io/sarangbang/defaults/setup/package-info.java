/** Refusing to start with a set-up that could not work or would not be safe, in one sentence; the operator's secrets. */
@NullMarked
package io.sarangbang.defaults.setup;

import org.jspecify.annotations.NullMarked;
