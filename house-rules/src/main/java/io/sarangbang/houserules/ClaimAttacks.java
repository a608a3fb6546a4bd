package io.sarangbang.houserules;

import static io.sarangbang.houserules.Forgery.fromNow;
import static io.sarangbang.houserules.Forgery.quoted;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that we signed, for somebody else or something else (RFC 8725 §3.8, §3.9, §3.11). */
final class ClaimAttacks {

    private ClaimAttacks() {}

    static Map<String, String> by(Forger forger) {
        var honest = forger.honest();
        var attacks = new LinkedHashMap<String, String>();
        for (var type : new String[] {"JWT", "service+jwt", "seat+jwt", "refresh+jwt", "at+jwt ", ""}) {
            attacks.put("typ '" + type + "'", forger.trusted(honest.header("typ", quoted(type))));
        }
        attacks.put("no typ", forger.trusted(honest.header("typ", null)));
        attacks.put("aud of another service", forger.trusted(honest.claim("aud", quoted("another-api"))));
        attacks.put("aud of services among themselves", forger.trusted(honest.claim("aud", quoted("room-service"))));
        attacks.put("aud that begins like ours", forger.trusted(honest.claim("aud", quoted("sarangbang-api.evil"))));
        attacks.put("aud empty", forger.trusted(honest.claim("aud", "[]")));
        attacks.put("aud null", forger.trusted(honest.claim("aud", "null")));
        attacks.put("iss of another", forger.trusted(honest.claim("iss", quoted("https://evil.example"))));
        attacks.put("iss in capitals", forger.trusted(honest.claim("iss", quoted("SARANGBANG"))));
        attacks.put("expired", forger.trusted(honest.claim("exp", fromNow(-60))));
        attacks.put("exp that is no number", forger.trusted(honest.claim("exp", quoted("never"))));
        attacks.put("not valid yet", forger.trusted(honest.claim("nbf", fromNow(60))));
        attacks.put("sub that is no account", forger.trusted(honest.claim("sub", quoted("admin"))));
        attacks.put("sub that is a number", forger.trusted(honest.claim("sub", "1")));
        attacks.put("sid that is no session", forger.trusted(honest.claim("sid", quoted("1"))));
        attacks.put("scope that is no text", forger.trusted(honest.claim("scope", "[\"account\"]")));
        attacks.put("auth_time that is no time", forger.trusted(honest.claim("auth_time", quoted("now"))));
        attacks.put("client_id that is no text", forger.trusted(honest.claim("client_id", "{}")));
        for (var claim : new String[] {"aud", "iss", "exp", "sub", "sid", "scope", "auth_time", "client_id"}) {
            attacks.put("no " + claim, forger.trusted(honest.claim(claim, null)));
        }
        return attacks;
    }
}
