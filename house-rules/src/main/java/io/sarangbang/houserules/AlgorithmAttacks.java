package io.sarangbang.houserules;

import static io.sarangbang.houserules.Forgery.encoded;
import static io.sarangbang.houserules.Forgery.quoted;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that say how they want to be checked (RFC 8725 §3.1). */
final class AlgorithmAttacks {

    private AlgorithmAttacks() {}

    static Map<String, String> by(Forger forger) {
        var honest = forger.honest();
        var attacks = new LinkedHashMap<String, String>();
        for (var none : new String[] {"none", "None", "NONE", "nOnE", "", " none"}) {
            var unsigned = honest.header("alg", quoted(none));
            attacks.put("alg '" + none + "' without signature", unsigned.with(new byte[0]));
            attacks.put("alg '" + none + "' with the signature of a token that holds", forger.withOurs(unsigned));
        }
        attacks.put("alg null", forger.withOurs(honest.header("alg", "null")));
        attacks.put("no alg", forger.withOurs(honest.header("alg", null)));
        attacks.put("an alg that is no text", forger.withOurs(honest.header("alg", "[\"ES256\"]")));
        publicKeyTexts(forger).forEach((text, bytes) -> {
            attacks.put("HS256 with " + text, forger.hmac("HS256", "HmacSHA256", bytes));
            attacks.put("HS512 with " + text, forger.hmac("HS512", "HmacSHA512", bytes));
        });
        attacks.put("HS256 without anything", forger.hmac("HS256", "HmacSHA256", new byte[32]));
        attacks.put("RS256", forger.otherwise("RS256", "SHA256withRSA", KeysOfAnAttacker.pair("RSA", 2048)));
        attacks.put(
                "ES384", forger.otherwise("ES384", "SHA384withECDSAinP1363Format", KeysOfAnAttacker.pair("EC", 384)));
        attacks.put("EdDSA", forger.otherwise("EdDSA", "Ed25519", KeysOfAnAttacker.pair("Ed25519", 255)));
        attacks.put("ES384 with our key", forger.otherwise("ES384", "SHA384withECDSAinP1363Format", forger.keys()));
        attacks.put(
                "encryption",
                encoded("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}".getBytes(StandardCharsets.UTF_8))
                        + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        return attacks;
    }

    /** The public key in every form that a library might take for a secret. */
    private static Map<String, byte[]> publicKeyTexts(Forger forger) {
        var encoded = forger.keys().getPublic().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END PUBLIC KEY-----";
        return Map.of(
                "the public key", encoded,
                "its PEM text", pem.getBytes(StandardCharsets.US_ASCII),
                "its PEM text and a line's end", (pem + "\n").getBytes(StandardCharsets.US_ASCII),
                "its JWK text",
                        KeysOfAnAttacker.jwk(forger.keyId(), (ECPublicKey)
                                        forger.keys().getPublic())
                                .getBytes(StandardCharsets.US_ASCII));
    }
}
