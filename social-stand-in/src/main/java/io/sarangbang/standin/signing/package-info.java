/** The keys and ID tokens of a provider, right ones and deliberately wrong ones. */
@NullMarked
package io.sarangbang.standin.signing;

import org.jspecify.annotations.NullMarked;
