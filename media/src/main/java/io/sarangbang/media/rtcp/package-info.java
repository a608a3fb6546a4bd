/** RTCP: reports and feedback, read and written, and the figures they carry. */
@NullMarked
package io.sarangbang.media.rtcp;

import org.jspecify.annotations.NullMarked;
