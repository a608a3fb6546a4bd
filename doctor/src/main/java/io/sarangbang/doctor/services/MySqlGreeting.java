package io.sarangbang.doctor.services;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The first packet of a MySQL server: it names its version before anybody has signed in, or says why it does not talk. */
final class MySqlGreeting {

    private static final int HEADER = 4;
    private static final int PROTOCOL = 10;
    private static final int REFUSAL = 0xff;
    private static final int REFUSAL_CODE = 2;

    private MySqlGreeting() {}

    static String read(InputStream in) throws IOException {
        var header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
            throw new EOFException("it hung up without a greeting");
        }
        var length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        var packet = in.readNBytes(Math.min(length, 4096));
        if (packet.length == 0) {
            throw new EOFException("it hung up in the middle of its greeting");
        }
        return switch (packet[0] & 0xff) {
            case PROTOCOL -> text(packet, 1);
            case REFUSAL -> throw new IOException("it refuses: " + text(packet, 1 + REFUSAL_CODE));
            default -> throw new IOException("it is no MySQL");
        };
    }

    /** To the next zero, or the end. */
    private static String text(byte[] packet, int from) {
        var until = from;
        while (until < packet.length && packet[until] != 0) {
            until++;
        }
        return new String(packet, from, Math.max(0, until - from), StandardCharsets.UTF_8);
    }
}
