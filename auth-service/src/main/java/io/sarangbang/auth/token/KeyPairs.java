package io.sarangbang.auth.token;

import io.jsonwebtoken.Jwts;
import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.auth.secret.SealedBox;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes ES256 key pairs, and takes them in and out of their stored form. */
@Component
class KeyPairs {

    private final SealedBox box;

    KeyPairs(AuthSecret secret) {
        this.box = secret.box("signing keys");
    }

    SigningKey create(Instant now, Instant signsFrom) {
        var kid = UUID.randomUUID().toString();
        var pair = Jwts.SIG.ES256.keyPair().build();
        var sealed = box.seal(pair.getPrivate().getEncoded(), kid);
        return new SigningKey(kid, pair.getPublic().getEncoded(), sealed, now, signsFrom);
    }

    PublicKey publicHalf(SigningKey key) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key " + key.kid() + " is damaged", e);
        }
    }

    /** The private half, or nothing where it was sealed under another {@code AUTH_SECRET}. */
    Optional<PrivateKey> privateHalf(SigningKey key) {
        return box.open(key.sealedPrivateKey(), key.kid()).map(KeyPairs::decode);
    }

    private static PrivateKey decode(byte[] encoded) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing key opened but can't be read", e);
        }
    }
}
