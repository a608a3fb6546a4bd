package io.sarangbang.doctor.stun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What MESSAGE-INTEGRITY is made with. */
public final class StunKey {

    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;

    private StunKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The key of ICE: the password itself. */
    public static StunKey shortTerm(String password) {
        return new StunKey(password.getBytes(UTF_8));
    }

    /** The key of TURN: MD5 of the three, which is what coturn and every browser compute. */
    public static StunKey longTerm(String username, String realm, String password) {
        try {
            var text = username + ":" + realm + ":" + password;
            return new StunKey(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has MD5", impossible);
        }
    }

    byte[] sign(byte[] message, int length) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(message, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
