package io.sarangbang.houserules;

import static io.sarangbang.houserules.Forgery.encoded;
import static io.sarangbang.houserules.Forgery.quoted;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Tokens that were tampered with, or made as no library would. */
final class FormAttacks {

    private FormAttacks() {}

    static Map<String, String> by(Forger forger) {
        var honest = forger.honest();
        var token = forger.trusted(honest);
        var parts = token.split("\\.");
        var another = Forgery.encoded(
                Forgery.text(honest.claim("sub", quoted(UUID.randomUUID().toString()))
                                .claims())
                        .getBytes(StandardCharsets.UTF_8));
        var attacks = new LinkedHashMap<String, String>();
        for (int length = 1; length < token.length(); length += token.length() / 9) {
            attacks.put("the first " + length + " characters", token.substring(0, length));
        }
        attacks.put("all but the last character", token.substring(0, token.length() - 1));
        attacks.put("without signature", parts[0] + "." + parts[1] + ".");
        attacks.put("two parts", parts[0] + "." + parts[1]);
        attacks.put("four parts", token + "." + parts[2]);
        attacks.put("the payload of another", parts[0] + "." + another + "." + parts[2]);
        attacks.put("a signature of zeros (CVE-2022-21449)", honest.with(new byte[64]));
        attacks.put("an empty signature in DER", honest.with(new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}));
        attacks.put(
                "our signature in DER",
                honest.with(Forgery.signature(
                        "SHA256withECDSA", honest.content(), forger.keys().getPrivate())));
        attacks.put("crit", forger.trusted(honest.header("crit", "[\"exp2\"]").header("exp2", "1")));
        attacks.put("b64 false", forger.trusted(honest.header("b64", "false").header("crit", "[\"b64\"]")));
        attacks.put("zip", forger.trusted(honest.header("zip", quoted("DEF"))));
        attacks.put(
                "two subjects",
                twice(
                        forger,
                        Forgery.text(honest.header()),
                        "{\"sub\":\"" + UUID.randomUUID() + "\","
                                + Forgery.text(honest.claims()).substring(1)));
        attacks.put(
                "two algorithms",
                twice(
                        forger,
                        "{\"alg\":\"none\"," + Forgery.text(honest.header()).substring(1),
                        Forgery.text(honest.claims())));
        attacks.put("no JSON", encoded("no".getBytes(StandardCharsets.UTF_8)) + "." + parts[1] + "." + parts[2]);
        attacks.put("deep JSON", encoded("[".repeat(1500).getBytes(StandardCharsets.UTF_8)) + "." + parts[1] + ".AA");
        attacks.put("dots", ".".repeat(1000));
        attacks.put("nothing", "");
        attacks.put("7 KB that are signed", forger.trusted(honest.claim("nickname", quoted("x".repeat(4800)))));
        return attacks;
    }

    private static String twice(Forger forger, String header, String claims) {
        return Forgery.es256(Forgery.content(header, claims), forger.keys().getPrivate());
    }
}
