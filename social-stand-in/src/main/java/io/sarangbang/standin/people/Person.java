package io.sarangbang.standin.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account at a provider.
 *
 * @param name the nickname; whoever has the same name at a provider is the same person, across restarts too
 * @param numberBeyondDoubles whether the Kakao member number is one that JavaScript can't hold
 */
public record Person(
        String name, @Nullable String email, @Nullable String picture, boolean numberBeyondDoubles) {

    private static final long FIRST_NUMBER = 3_000_000_000L;
    private static final long NUMBERS = 1_000_000_000L;
    private static final long BEYOND_DOUBLES = (1L << 53) + 1;

    /** The member number at Kakao: app-scoped, so another client sees another number. */
    public long number(String clientId) {
        var number = FIRST_NUMBER
                + Math.floorMod(ByteBuffer.wrap(hash("kakao", clientId)).getLong(), NUMBERS);
        // Odd, so that rounding to a double always changes it and a client that does so is found out.
        return numberBeyondDoubles ? BEYOND_DOUBLES + 2 * number : number;
    }

    /** The identifier at Naver: pairwise, 43 characters of base64url. */
    public String identifier(String clientId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("naver", clientId));
    }

    Person withEmail(String other) {
        return new Person(name, other, picture, numberBeyondDoubles);
    }

    public Person withNumberBeyondDoubles() {
        return new Person(name, email, picture, true);
    }

    private byte[] hash(String provider, String clientId) {
        try {
            var seed = provider + '\n' + clientId + '\n' + name;
            return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
