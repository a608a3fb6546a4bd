/** Refusing to start with a set-up that could not work or would not be safe, in one sentence. */
@NullMarked
package io.sarangbang.auth.setup;

import org.jspecify.annotations.NullMarked;
