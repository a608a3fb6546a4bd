/** Profiles: made from a token's claims at first contact, changed by their owners, seen by everyone signed in. */
@NullMarked
package io.sarangbang.users.profile;

import org.jspecify.annotations.NullMarked;
