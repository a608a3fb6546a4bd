/** Signing in: from the button, over the provider, back to where the person was going. */
@NullMarked
package io.sarangbang.auth.signin;

import org.jspecify.annotations.NullMarked;
