/** Things that count once: a sign-in's state, a provider's notice. */
@NullMarked
package io.sarangbang.auth.once;

import org.jspecify.annotations.NullMarked;
