package io.sarangbang.standin.signing;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The RS256 keys of one provider; the newest signs, the one before is still published. */
public final class SigningKeys {

    private static final int PUBLISHED = 2;

    private final Deque<Key> keys = new ArrayDeque<>();

    /** A key pair and its {@code kid}. */
    public record Key(String id, KeyPair pair) {

        static Key fresh() {
            return new Key(
                    UUID.randomUUID().toString(), Jwts.SIG.RS256.keyPair().build());
        }
    }

    /** The key that signs; the first is made when it is first needed, because making one takes a moment. */
    public synchronized Key current() {
        if (keys.isEmpty()) {
            keys.addFirst(Key.fresh());
        }
        return keys.getFirst();
    }

    public synchronized void rotate() {
        current();
        keys.addFirst(Key.fresh());
        while (keys.size() > PUBLISHED) {
            keys.removeLast();
        }
    }

    /** The public keys as RFC 7517 has them. */
    public synchronized Map<String, Object> published() {
        current();
        return Map.of("keys", List.copyOf(keys.stream().map(SigningKeys::jwk).toList()));
    }

    private static Map<String, ?> jwk(Key key) {
        return Jwks.builder()
                .key((RSAPublicKey) key.pair().getPublic())
                .id(key.id())
                .algorithm("RS256")
                .publicKeyUse("sig")
                .build();
    }
}
