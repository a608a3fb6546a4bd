/** The media engine: publications, the subscriptions that watch them, and the peers that carry both. */
@NullMarked
package io.sarangbang.media.rtc;

import org.jspecify.annotations.NullMarked;
