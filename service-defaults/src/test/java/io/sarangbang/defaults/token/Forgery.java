package io.sarangbang.defaults.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;

/** Writes tokens that no library would. */
final class Forgery {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Forgery() {}

    /** Claims that would hold if they were signed. */
    static String claims(Issuer issuer) {
        return """
                {"iss":"sarangbang","aud":"sarangbang-api","sub":"%s","sid":"%s","client_id":"web","scope":"account",\
                "auth_time":%d,"exp":%d}""".formatted(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        issuer.instant().getEpochSecond(),
                        issuer.instant().getEpochSecond() + 300);
    }

    static String unsigned(String header, String claims, String signature) {
        return encode(header) + "." + encode(claims) + "." + signature;
    }

    static String signed(String header, String claims, KeyPair key) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key.getPrivate());
            signer.update((encode(header) + "." + encode(claims)).getBytes(StandardCharsets.US_ASCII));
            return unsigned(header, claims, BASE64.encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String encode(String json) {
        return encode(json.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
