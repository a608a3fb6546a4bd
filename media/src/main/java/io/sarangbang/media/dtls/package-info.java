/** DTLS 1.2 as the passive side, from which SRTP keys come. */
@NullMarked
package io.sarangbang.media.dtls;

import org.jspecify.annotations.NullMarked;
