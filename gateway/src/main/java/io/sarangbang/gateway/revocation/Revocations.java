package io.sarangbang.gateway.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Which sessions and API keys have ended, as far as auth-service has told. While it is silent, what is known stays; the next
 * answer begins where the last one ended, so that nothing is missed.
 */
@Component
public class Revocations {

    private static final Logger log = LoggerFactory.getLogger(Revocations.class);

    private final RevocationSource source;
    private final RevocationSettings settings;
    private final Clock clock;
    private final EndedSessions ended;
    private final Sinks.Empty<Void> begun = Sinks.empty();
    private volatile @Nullable String asOf;
    private Instant lastHeard;
    private boolean told;

    Revocations(RevocationSource source, RevocationSettings settings, Clock clock) {
        this.source = source;
        this.settings = settings;
        this.clock = clock;
        this.ended = new EndedSessions(settings.mostKept());
        this.lastHeard = clock.instant();
    }

    /**
     * Whether the session or API key of this id has ended: at once, but for the first moments of this gateway, in which it
     * knows of no end at all.
     *
     * @return fails with {@link RevocationSource.Silent} when auth-service has not said anything yet
     */
    public Mono<Boolean> ended(UUID id) {
        if (asOf != null) {
            return Mono.just(ended.contains(id));
        }
        return begun.asMono()
                .timeout(settings.firstWait())
                .onErrorMap(it -> new RevocationSource.Silent("auth-service has told of no ends yet", it))
                .then(Mono.fromSupplier(() -> ended.contains(id)));
    }

    /** Asks once; for the one thread that does. */
    void pull() {
        var now = clock.instant();
        ended.forgetBefore(now.minus(settings.keep()));
        try {
            asOf = round(now);
            begun.tryEmitEmpty();
            heard(now);
        } catch (RevocationSource.Silent e) {
            silent(now, e);
        }
    }

    /** Not before all of it is there does the next round begin later; half of one is asked for anew. */
    private String round(Instant now) {
        var answer = source.since(asOf, null);
        ended.add(answer.revoked(), now);
        while (answer.next() != null) {
            answer = source.since(asOf, answer.next());
            ended.add(answer.revoked(), now);
        }
        return answer.asOf();
    }

    private void heard(Instant now) {
        if (told) {
            log.info(
                    "auth-service tells of ended sessions again, after {} s; none was missed",
                    Duration.between(lastHeard, now).toSeconds());
        }
        told = false;
        lastHeard = now;
    }

    private void silent(Instant now, Exception failure) {
        var since = Duration.between(lastHeard, now);
        if (!told && since.compareTo(settings.tellAfter()) > 0) {
            told = true;
            log.warn(
                    "auth-service has told of no ended sessions for {} s, so their tokens hold until they run out: {}",
                    since.toSeconds(),
                    failure.getMessage());
        }
    }
}
