package io.sarangbang.auth.signin;

import static java.util.Comparator.comparing;

import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.auth.secret.SealedText;
import io.sarangbang.auth.site.AuthCookie;
import io.sarangbang.auth.site.SiteCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The cookies with a browser's pending sign-ins: one each, so that those begun in two tabs do not end each other. */
@Component
final class PendingCookies {

    /** Together with a session and a proof they must fit into the header of 8 KiB that proxies take. */
    private static final int MOST = 3;

    private static final int NAME_BYTES = 4;

    private final SealedText<PendingSignIn> sealed;
    private final SiteCookies cookies;
    private final Clock clock;

    PendingCookies(AuthSecret secret, SiteCookies cookies, JsonMapper json, Clock clock) {
        this.sealed = new SealedText<>(secret, "pending sign-in", PendingSignIn.class, json);
        this.cookies = cookies;
        this.clock = clock;
    }

    void add(HttpServletRequest request, HttpServletResponse response, PendingSignIn pending, Duration life) {
        makeRoom(request, response);
        cookies.set(response, AuthCookie.SIGN_IN, name(pending.state()), sealed.seal(pending), life);
    }

    Optional<PendingSignIn> find(HttpServletRequest request, String state) {
        return Optional.ofNullable(cookies.readAll(request, AuthCookie.SIGN_IN).get(name(state)))
                .flatMap(sealed::open)
                .filter(it -> same(it.state(), state));
    }

    void delete(HttpServletResponse response, String state) {
        cookies.delete(response, AuthCookie.SIGN_IN, name(state));
    }

    private void makeRoom(HttpServletRequest request, HttpServletResponse response) {
        cookies.readAll(request, AuthCookie.SIGN_IN).entrySet().stream()
                .sorted(comparing(this::endOf).reversed())
                .skip(MOST - 1)
                .forEach(it -> cookies.delete(response, AuthCookie.SIGN_IN, it.getKey()));
    }

    /** Those that do not open are the first to go. */
    private Instant endOf(Map.Entry<String, String> cookie) {
        return sealed.open(cookie.getValue())
                .map(PendingSignIn::expiresAt)
                .filter(clock.instant()::isBefore)
                .orElse(Instant.MIN);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String state) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
