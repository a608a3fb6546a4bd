package io.sarangbang.media.dtls;

/** Learns what becomes of a DTLS connection; called on that connection's own thread. */
public interface DtlsListener {

    void secured(SrtpKeys keys);

    /** The other side said goodbye, or the handshake failed; called once, and not after our own close. */
    void ended(String reason);
}
