/** Sessions: a sign-in on one device, kept alive by rotating refresh tokens. */
@NullMarked
package io.sarangbang.auth.session;

import org.jspecify.annotations.NullMarked;
