/** The sample people who can sign in, and those whom one makes up by typing a name. */
@NullMarked
package io.sarangbang.standin.people;

import org.jspecify.annotations.NullMarked;
