package io.sarangbang.media.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-128-GCM under one session key. Not thread-safe: one thread serves a connection. */
final class GcmCipher {

    static final int TAG_LENGTH = 16;
    static final int IV_LENGTH = 12;

    private final SecretKeySpec key;
    private final byte[] salt;
    private final byte[] iv = new byte[IV_LENGTH];
    private final byte[] sealedIv = new byte[IV_LENGTH];
    private Cipher cipher = newCipher();

    GcmCipher(byte[] sessionKey, byte[] sessionSalt) {
        key = new SecretKeySpec(sessionKey, "AES");
        salt = sessionSalt.clone();
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM", impossible);
        }
    }

    /** Prepares to encrypt the packet that has this SSRC and 48-bit index. */
    GcmCipher sealing(int ssrc, long index) throws GeneralSecurityException {
        writeIv(ssrc, index);
        if (Arrays.equals(iv, sealedIv)) {
            // The JDK refuses a repeated key and IV, which is what resending the same bytes needs.
            cipher = newCipher();
        }
        System.arraycopy(iv, 0, sealedIv, 0, IV_LENGTH);
        return initialised(Cipher.ENCRYPT_MODE);
    }

    GcmCipher opening(int ssrc, long index) throws GeneralSecurityException {
        writeIv(ssrc, index);
        return initialised(Cipher.DECRYPT_MODE);
    }

    private GcmCipher initialised(int mode) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * 8, iv));
        return this;
    }

    GcmCipher authenticating(byte[] data, int from, int count) {
        cipher.updateAAD(data, from, count);
        return this;
    }

    int run(byte[] in, int from, int count, byte[] out, int to) throws GeneralSecurityException {
        return cipher.doFinal(in, from, count, out, to);
    }

    /** Like {@link #run} but a forged packet is an everyday event here, not an exception: -1. */
    int tryRun(byte[] in, int from, int count, byte[] out, int to) throws GeneralSecurityException {
        try {
            return cipher.doFinal(in, from, count, out, to);
        } catch (AEADBadTagException forged) {
            return -1;
        }
    }

    private void writeIv(int ssrc, long index) {
        iv[0] = 0;
        iv[1] = 0;
        for (int i = 0; i < 4; i++) {
            iv[2 + i] = (byte) (ssrc >>> (24 - 8 * i));
        }
        for (int i = 0; i < 6; i++) {
            iv[6 + i] = (byte) (index >>> (40 - 8 * i));
        }
        for (int i = 0; i < IV_LENGTH; i++) {
            iv[i] ^= salt[i];
        }
    }
}
