package io.sarangbang.standin.grants;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Unguessable strings that stand for a grant until they expire: codes, access tokens, refresh tokens. */
public final class Tickets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final Duration lifetime;
    private final Clock clock;

    public Tickets(Duration lifetime, Clock clock) {
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public String issue(Grant grant) {
        tickets.values().removeIf(it -> !it.holdsAt(clock.instant()));
        var text = random();
        tickets.put(text, new Ticket(grant, clock.instant().plus(lifetime)));
        return text;
    }

    public Optional<Ticket> find(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : Optional.ofNullable(tickets.get(text)).filter(it -> it.holdsAt(clock.instant()));
    }

    /** Finds and ends it; of several who try at once, one succeeds. */
    public Optional<Ticket> take(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : Optional.ofNullable(tickets.remove(text)).filter(it -> it.holdsAt(clock.instant()));
    }

    boolean hasAny(Predicate<Grant> whose) {
        var now = clock.instant();
        return tickets.values().stream().anyMatch(it -> it.holdsAt(now) && whose.test(it.grant));
    }

    public void endAll(Predicate<Grant> whose) {
        tickets.values().removeIf(it -> whose.test(it.grant));
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A grant for a time. */
    public record Ticket(Grant grant, Instant expiresAt) {

        boolean holdsAt(Instant now) {
            return now.isBefore(expiresAt);
        }
    }
}
