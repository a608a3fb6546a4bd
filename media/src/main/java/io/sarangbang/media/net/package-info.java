/** One port on every local address, UDP and TCP, served by one thread. */
@NullMarked
package io.sarangbang.media.net;

import org.jspecify.annotations.NullMarked;
