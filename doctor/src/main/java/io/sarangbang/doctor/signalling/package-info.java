/** Opens the WebSocket that browsers open, by the public address, and speaks as openvidu-browser does. */
@NullMarked
package io.sarangbang.doctor.signalling;

import org.jspecify.annotations.NullMarked;
