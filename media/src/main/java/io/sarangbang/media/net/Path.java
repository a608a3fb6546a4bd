package io.sarangbang.media.net;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One way to one browser: from one of our addresses, by UDP or TCP, to one of its addresses. Used on the loop's thread.
 */
public abstract class Path {

    private final InetSocketAddress remote;
    private @Nullable PathReceiver receiver;

    Path(InetSocketAddress remote) {
        this.remote = remote;
    }

    public final InetSocketAddress remote() {
        return remote;
    }

    /** From now on what arrives here goes to this receiver, and not to the one for strangers. */
    public void bind(PathReceiver newReceiver) {
        receiver = newReceiver;
    }

    /** Forgets the receiver, unless another has taken over; what arrives later comes from a stranger again. */
    public final void unbind(PathReceiver former) {
        if (receiver == former) {
            receiver = null;
            released();
        }
    }

    /** Nobody receives here any more. */
    abstract void released();

    final PathReceiver receiverOr(PathReceiver stranger) {
        return receiver == null ? stranger : receiver;
    }

    final boolean isBound() {
        return receiver != null;
    }

    /** Sends now or not at all: media that has to wait is better dropped. */
    public abstract void send(byte[] packet, int length);
}
