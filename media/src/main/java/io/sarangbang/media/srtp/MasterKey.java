package io.sarangbang.media.srtp;

/** One direction's key and salt as DTLS exported them; copied in and never handed out. */
public final class MasterKey {

    public static final int KEY_LENGTH = 16;
    public static final int SALT_LENGTH = 12;

    private static final int RTP_KEY = 0;
    private static final int RTP_SALT = 2;
    private static final int RTCP_KEY = 3;
    private static final int RTCP_SALT = 5;

    private final KeyDerivation derivation;

    public MasterKey(byte[] key, byte[] salt) {
        derivation = new KeyDerivation(key, salt);
    }

    GcmCipher rtp() {
        return new GcmCipher(derivation.derive(RTP_KEY, KEY_LENGTH), derivation.derive(RTP_SALT, SALT_LENGTH));
    }

    GcmCipher rtcp() {
        return new GcmCipher(derivation.derive(RTCP_KEY, KEY_LENGTH), derivation.derive(RTCP_SALT, SALT_LENGTH));
    }
}
