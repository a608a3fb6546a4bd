package io.sarangbang.media.dtls;

import java.util.Arrays;

/** The SRTP key material of both directions, as exported by a handshake (RFC 5764 section 4.2, RFC 7714 section 12). */
public record SrtpKeys(byte[] clientKey, byte[] serverKey, byte[] clientSalt, byte[] serverSalt) {

    static final int LENGTH = 56;

    private static final int KEY = 16;
    private static final int SALT = 12;

    static SrtpKeys of(byte[] exported) {
        return new SrtpKeys(
                Arrays.copyOfRange(exported, 0, KEY),
                Arrays.copyOfRange(exported, KEY, 2 * KEY),
                Arrays.copyOfRange(exported, 2 * KEY, 2 * KEY + SALT),
                Arrays.copyOfRange(exported, 2 * KEY + SALT, LENGTH));
    }

    /** Keeps keys out of logs. */
    @Override
    public String toString() {
        return "SrtpKeys";
    }
}
