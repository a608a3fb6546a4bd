/** RTP packets as a forwarding server sees them: headers, extensions, key frames, numbering. */
@NullMarked
package io.sarangbang.media.rtp;

import org.jspecify.annotations.NullMarked;
