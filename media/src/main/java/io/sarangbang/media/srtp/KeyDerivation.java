package io.sarangbang.media.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** AES-CM key derivation (RFC 3711 section 4.3) with a key derivation rate of zero. */
final class KeyDerivation {

    private static final int BLOCK = 16;
    private static final int LABEL_AT = 7;

    private final SecretKeySpec key;
    private final byte[] salt;

    /**
     * A 12-byte salt is padded with zeros to 14 at its end, which {@code copyOf} to a block does (RFC 7714 section 11).
     */
    KeyDerivation(byte[] key, byte[] salt) {
        this.key = new SecretKeySpec(key, "AES");
        this.salt = Arrays.copyOf(salt, BLOCK);
    }

    byte[] derive(int label, int length) {
        byte[] counter = salt.clone();
        counter[LABEL_AT] ^= (byte) label;
        byte[] stream = new byte[(length + BLOCK - 1) / BLOCK * BLOCK];
        try {
            var aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, key);
            for (int block = 0; block < stream.length / BLOCK; block++) {
                counter[BLOCK - 1] = (byte) block;
                aes.doFinal(counter, 0, BLOCK, stream, block * BLOCK);
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES", impossible);
        }
        return Arrays.copyOf(stream, length);
    }
}
