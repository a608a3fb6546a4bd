package io.sarangbang.houserules;

import static io.sarangbang.houserules.Forgery.quoted;

import java.security.KeyPair;

/**
 * Somebody who wants to be let in, and for the sake of the test holds even the private key that only auth-service has.
 *
 * @param keys the pair whose public half the server trusts
 * @param client what honest tokens are for
 * @param attacker whatever they made themselves
 */
record Forger(String keyId, KeyPair keys, String client, KeysOfAnAttacker attacker) {

    /** What the server takes, once it is signed. */
    Forgery honest() {
        return Forgery.ofAccessToken(keyId).claim("client_id", quoted(client));
    }

    String trusted(Forgery token) {
        return token.es256(keys.getPrivate());
    }

    String foreign(Forgery token) {
        return token.es256(attacker.pair.getPrivate());
    }

    /** Signed by an algorithm and with a pair that the server does not use. */
    String otherwise(String name, String algorithm, KeyPair pair) {
        var token = honest().header("alg", quoted(name));
        return token.with(Forgery.signature(algorithm, token.content(), pair.getPrivate()));
    }

    String hmac(String name, String algorithm, byte[] key) {
        return honest().header("alg", quoted(name)).hmac(algorithm, key);
    }

    /** With the signature of a token that holds. */
    String withOurs(Forgery token) {
        var holds = trusted(honest());
        return token.content() + holds.substring(holds.lastIndexOf('.'));
    }
}
