/** Sessions as OpenVidu knows them: connections, who is in, what they publish and who watches it. */
@NullMarked
package io.sarangbang.media.session;

import org.jspecify.annotations.NullMarked;
