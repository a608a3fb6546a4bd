/** Tells a backend what happens in the sessions, in order, without ever holding a session up. */
@NullMarked
package io.sarangbang.media.webhook;

import org.jspecify.annotations.NullMarked;
