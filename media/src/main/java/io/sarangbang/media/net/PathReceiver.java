package io.sarangbang.media.net;

/**
 * Receives what arrives on a path, on the loop's thread. The buffer is only valid during the call and may be changed.
 */
@FunctionalInterface
public interface PathReceiver {

    /** The largest datagram that can arrive. */
    int MAX_LENGTH = 2048;

    void received(Path path, byte[] packet, int length);
}
