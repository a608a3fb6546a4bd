/** STUN messages (RFC 8489): reading, checking and writing them. */
@NullMarked
package io.sarangbang.media.stun;

import org.jspecify.annotations.NullMarked;
