package io.sarangbang.auth.farewell;

import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.auth.secret.SealedBox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who removes an identity calls {@link #queue} in the same transaction, before the row goes; who finds, makes or links one at
 * a sign-in calls {@link #linked}. The provider is told later, by a worker that tries again for days.
 */
@Component
public class Farewells {

    private final FarewellRows rows;
    private final ProviderTokenRows tokens;
    private final SealedBox box;
    private final Clock clock;

    Farewells(FarewellRows rows, ProviderTokenRows tokens, AuthSecret secret, Clock clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.box = secret.box("provider tokens");
        this.clock = clock;
    }

    /** The provider is to be told that this identity has ended here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(UUID identityId, String provider, String app, String subject) {
        // Deleted first and not changed: an older one may have run out of attempts.
        rows.delete(provider, bytes(app), bytes(subject));
        var token = tokens.findById(identityId).map(ProviderToken::sealed).orElse(null);
        rows.save(new Farewell(identityId, provider, bytes(app), bytes(subject), token, clock.instant()));
    }

    /**
     * The person has just consented at the provider again: nothing that was to be told is true any more, or it would sever the
     * fresh link.
     *
     * @param token the provider's refresh token, where one is needed for telling it of the end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void linked(UUID identityId, String provider, String app, String subject, @Nullable String token) {
        rows.delete(provider, bytes(app), bytes(subject));
        if (token != null) {
            var sealed = box.seal(bytes(token), context(identityId));
            tokens.save(new ProviderToken(identityId, sealed, clock.instant()));
        }
    }

    /** The provider ended the link itself: it needs no telling, and its tokens are worth nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID identityId, String provider, String app, String subject) {
        rows.delete(provider, bytes(app), bytes(subject));
        tokens.deleteById(identityId);
    }

    Optional<String> open(Farewell farewell) {
        return Optional.ofNullable(farewell.sealedToken())
                .flatMap(it -> box.open(it, context(farewell.identityId())))
                .map(it -> new String(it, StandardCharsets.UTF_8));
    }

    private static String context(UUID identityId) {
        return "provider token of " + identityId;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
