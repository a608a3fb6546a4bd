/** Offers as browsers make them and the only answer this server gives. */
@NullMarked
package io.sarangbang.media.sdp;

import org.jspecify.annotations.NullMarked;
