package io.sarangbang.houserules;

import static io.sarangbang.houserules.Forgery.quoted;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that say with which key they want to be checked (RFC 8725 §3.10). */
final class KeyAttacks {

    private KeyAttacks() {}

    static Map<String, String> by(Forger forger) {
        var honest = forger.honest();
        var attacks = new LinkedHashMap<String, String>();
        attacks.put("a foreign key under our kid", forger.foreign(honest));
        attacks.put("a foreign key under a kid of its own", forger.foreign(honest.header("kid", quoted("attacker"))));
        attacks.put("our key under a kid that is not published", forger.trusted(honest.header("kid", quoted("other"))));
        attacks.put("no kid", forger.trusted(honest.header("kid", null)));
        attacks.put("a kid that is a number", forger.trusted(honest.header("kid", "1")));
        for (var kid : new String[] {
            "../../../etc/passwd", "' or '1'='1", "x' union select 'AAAA", "http://127.0.0.1:9/k", "", "%00"
        }) {
            attacks.put("kid " + kid, forger.foreign(honest.header("kid", quoted(kid))));
        }
        attacks.put("jku", forger.foreign(honest.header("jku", forger.attacker().address())));
        attacks.put("x5u", forger.foreign(honest.header("x5u", forger.attacker().address())));
        attacks.put(
                "jku without kid",
                forger.foreign(honest.header("kid", null)
                        .header("jku", forger.attacker().address())));
        attacks.put("jwk", forger.foreign(honest.header("jwk", forger.attacker().jwk())));
        attacks.put(
                "jwk without kid",
                forger.foreign(honest.header("kid", null)
                        .header("jwk", forger.attacker().jwk())));
        attacks.put("x5c", forger.foreign(honest.header("x5c", "[" + quoted(certificate(forger)) + "]")));
        return attacks;
    }

    private static String certificate(Forger forger) {
        return Base64.getEncoder()
                .encodeToString(forger.attacker().pair.getPublic().getEncoded());
    }
}
