/** Publishes as a browser would, and looks where the media server says that media goes. */
@NullMarked
package io.sarangbang.doctor.media;

import org.jspecify.annotations.NullMarked;
