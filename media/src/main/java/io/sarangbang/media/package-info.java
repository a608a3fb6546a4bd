/** The embedded media server: one process that speaks OpenVidu 2.32's protocol and forwards media itself. */
@NullMarked
package io.sarangbang.media;

import org.jspecify.annotations.NullMarked;
