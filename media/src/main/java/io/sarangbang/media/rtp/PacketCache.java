package io.sarangbang.media.rtp;

import org.jspecify.annotations.Nullable;

/** The last packets of one stream, plain and numbered as subscribers see them, for whoever missed one. */
public final class PacketCache {

    public static final int SIZE = 512;

    private final byte[][] packets = new byte[SIZE][];
    private final int[] lengths = new int[SIZE];
    private final int[] sequences = new int[SIZE];

    /** Remembers a packet; its slot's array is reused while it fits, so a running stream stops allocating. */
    public void store(RtpPacket packet) {
        int slot = packet.sequence() % SIZE;
        byte[] room = packets[slot];
        if (room == null || room.length < packet.length()) {
            room = new byte[packet.length()];
            packets[slot] = room;
        }
        System.arraycopy(packet.bytes(), 0, room, 0, packet.length());
        lengths[slot] = packet.length();
        sequences[slot] = packet.sequence();
    }

    /** The packet with this number, or null when it never came or is too long ago. */
    public @Nullable RtpPacket find(int sequence) {
        int slot = sequence % SIZE;
        byte[] packet = packets[slot];
        if (packet == null || sequences[slot] != sequence) {
            return null;
        }
        var view = new RtpPacket(packet);
        return view.look(lengths[slot]) ? view : null;
    }
}
