package io.sarangbang.media.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one account of the REST API. Compares in constant time, so that the secret cannot be guessed byte by byte. */
final class BasicAuth {

    private final byte[] expected;

    BasicAuth(String secret) {
        this.expected = Base64.getEncoder().encode(("OPENVIDUAPP:" + secret).getBytes(UTF_8));
    }

    boolean accepts(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        return MessageDigest.isEqual(expected, authorization.substring(6).trim().getBytes(UTF_8));
    }
}
