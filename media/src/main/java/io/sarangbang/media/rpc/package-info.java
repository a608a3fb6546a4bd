/** The WebSocket that browsers speak JSON-RPC on: sockets, reconnection, liveness, and the methods of the protocol. */
@NullMarked
package io.sarangbang.media.rpc;

import org.jspecify.annotations.NullMarked;
