package io.sarangbang.auth.proof;

import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.once.Once;
import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.auth.secret.SealedText;
import io.sarangbang.auth.site.AuthCookie;
import io.sarangbang.auth.site.SiteCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives browsers proofs to keep, sealed, and takes each of them once. */
@Component
public class Proofs {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String CONTEXT = "proof";

    private final SealedText<Proof> sealed;
    private final SiteCookies cookies;
    private final Once once;
    private final Clock clock;

    Proofs(AuthSecret secret, SiteCookies cookies, Once once, JsonMapper json, Clock clock) {
        this.sealed = new SealedText<>(secret, CONTEXT, Proof.class, json);
        this.cookies = cookies;
        this.once = once;
        this.clock = clock;
    }

    /** @param asker the session that asked for it, or nothing for a newcomer */
    public void give(HttpServletResponse response, Profile profile, @Nullable UUID asker) {
        var proof = new Proof(UUID.randomUUID(), profile, asker, clock.instant());
        cookies.set(response, AuthCookie.PROOF, sealed.seal(proof), LIFE);
    }

    /** The proof that this browser holds, as long as it is worth something. */
    public Optional<Proof> of(HttpServletRequest request) {
        return cookies.read(request, AuthCookie.PROOF)
                .flatMap(sealed::open)
                .filter(it -> clock.instant().isBefore(endOf(it)));
    }

    /** Whether the proof counts; part of the running transaction, with which what it is good for happens or does not. */
    public boolean spend(Proof proof) {
        return once.firstHere(CONTEXT, bytes(proof), endOf(proof));
    }

    /** Nobody uses it any more, not even with a cookie that was kept. */
    public void forget(Proof proof) {
        once.first(CONTEXT, bytes(proof), endOf(proof));
    }

    public void delete(HttpServletResponse response) {
        cookies.delete(response, AuthCookie.PROOF);
    }

    private static byte[] bytes(Proof proof) {
        return proof.id().toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Instant endOf(Proof proof) {
        return proof.provenAt().plus(LIFE);
    }
}
