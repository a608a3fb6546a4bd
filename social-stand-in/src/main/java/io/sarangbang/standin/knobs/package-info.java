/** What can be made to go wrong, for a provider, a person or a single sign-in. */
@NullMarked
package io.sarangbang.standin.knobs;

import org.jspecify.annotations.NullMarked;
