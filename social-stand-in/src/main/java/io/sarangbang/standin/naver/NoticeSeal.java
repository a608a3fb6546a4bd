package io.sarangbang.standin.naver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Naver's encryption and signature of unlink notices, both keyed by the MD5 of the client secret. */
final class NoticeSeal {

    private static final int BLOCK = 16;

    private final byte[] key;

    NoticeSeal(String clientSecret) {
        try {
            this.key = MessageDigest.getInstance("MD5").digest(clientSecret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** AES-128-CBC, the initialisation vector in front. */
    String encrypt(String identifier) {
        var iv = new byte[BLOCK];
        new SecureRandom().nextBytes(iv);
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            var encrypted = cipher.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
            var both = java.util.Arrays.copyOf(iv, BLOCK + encrypted.length);
            System.arraycopy(encrypted, 0, both, BLOCK, encrypted.length);
            return base64(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC-SHA256. */
    String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
