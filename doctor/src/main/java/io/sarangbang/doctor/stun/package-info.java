/** STUN messages (RFC 8489), as far as the doctor asks with them: over UDP, TCP and TLS. */
@NullMarked
package io.sarangbang.doctor.stun;

import org.jspecify.annotations.NullMarked;
