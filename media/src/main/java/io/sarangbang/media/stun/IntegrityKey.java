package io.sarangbang.media.stun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A short-term credential's password, as the key of MESSAGE-INTEGRITY. */
public final class IntegrityKey {

    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;

    public IntegrityKey(String password) {
        key = new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Signs the first {@code length} bytes of a message. The length field counts up to the end of the signature itself
     * and not of what may follow it, so it is rewritten in a copy first.
     */
    byte[] sign(byte[] message, int length) {
        byte[] covered = Arrays.copyOf(message, length);
        int announced = length - StunMessage.HEADER_LENGTH + 4 + StunMessage.INTEGRITY_LENGTH;
        ByteBuffer.wrap(covered).putChar(2, (char) announced);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(covered);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
