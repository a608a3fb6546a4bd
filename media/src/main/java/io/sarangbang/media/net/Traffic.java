package io.sarangbang.media.net;

/** Counts datagrams. Written by the loop's thread alone; others may read figures that are a moment old. */
public final class Traffic {

    private volatile long received;
    private volatile long sent;
    private volatile long dropped;

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void countReceived() {
        received++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void countSent() {
        sent++;
    }

    /** Counts a datagram that was thrown away, on arrival or on departure. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void countDropped() {
        dropped++;
    }

    public long received() {
        return received;
    }

    public long sent() {
        return sent;
    }

    public long dropped() {
        return dropped;
    }
}
