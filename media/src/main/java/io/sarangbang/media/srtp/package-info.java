/** SRTP and SRTCP with AEAD_AES_128_GCM (RFC 3711, RFC 7714). */
@NullMarked
package io.sarangbang.media.srtp;

import org.jspecify.annotations.NullMarked;
