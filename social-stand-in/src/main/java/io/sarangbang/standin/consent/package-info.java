/** The pages on which a person chooses who they are and what they share. */
@NullMarked
package io.sarangbang.standin.consent;

import org.jspecify.annotations.NullMarked;
