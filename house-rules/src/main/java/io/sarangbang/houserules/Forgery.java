package io.sarangbang.houserules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A token in the making, part by part, so that it can be made as no library would. Members are JSON as it stands in the token.
 */
record Forgery(Map<String, String> header, Map<String, String> claims) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** An access token as auth-service makes it. */
    static Forgery ofAccessToken(String keyId) {
        return new Forgery(Map.of(), Map.of())
                .header("typ", "\"at+jwt\"")
                .header("kid", quoted(keyId))
                .header("alg", "\"ES256\"")
                .claim("iss", "\"sarangbang\"")
                .claim("aud", "[\"sarangbang-api\"]")
                .claim("sub", quoted(UUID.randomUUID().toString()))
                .claim("sid", quoted(UUID.randomUUID().toString()))
                .claim("client_id", "\"web\"")
                .claim("scope", "\"account\"")
                .claim("jti", quoted(UUID.randomUUID().toString()))
                .claim("auth_time", fromNow(0))
                .claim("iat", fromNow(0))
                .claim("exp", fromNow(300));
    }

    /** A token for a call between services. */
    static Forgery ofServiceToken(String called) {
        return new Forgery(Map.of(), Map.of())
                .header("typ", "\"service+jwt\"")
                .header("alg", "\"HS256\"")
                .claim("iss", "\"user-service\"")
                .claim("aud", "[" + quoted(called) + "]")
                .claim("jti", quoted(UUID.randomUUID().toString()))
                .claim("iat", fromNow(0))
                .claim("exp", fromNow(60));
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    static String fromNow(long seconds) {
        return String.valueOf(Instant.now().getEpochSecond() + seconds);
    }

    /** With another header member; without it where there is no value. */
    Forgery header(String name, @Nullable String json) {
        return new Forgery(changed(header, name, json), claims);
    }

    /** With another claim; without it where there is no value. */
    Forgery claim(String name, @Nullable String json) {
        return new Forgery(header, changed(claims, name, json));
    }

    /** What is signed. */
    String content() {
        return content(text(header), text(claims));
    }

    static String content(String header, String claims) {
        return encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
    }

    String with(byte[] signature) {
        return content() + "." + encoded(signature);
    }

    String es256(PrivateKey key) {
        return es256(content(), key);
    }

    static String es256(String content, PrivateKey key) {
        return content + "." + encoded(signature("SHA256withECDSAinP1363Format", content, key));
    }

    static byte[] signature(String algorithm, String content, PrivateKey key) {
        try {
            var signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(content.getBytes(StandardCharsets.US_ASCII));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String hmac(String algorithm, byte[] key) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return with(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String encoded(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    static String text(Map<String, String> members) {
        return members.entrySet().stream()
                .map(it -> quoted(it.getKey()) + ":" + it.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, String> changed(Map<String, String> members, String name, @Nullable String json) {
        var copy = new LinkedHashMap<>(members);
        if (json == null) {
            copy.remove(name);
        } else {
            copy.put(name, json);
        }
        return copy;
    }
}
