package io.sarangbang.auth.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets each value through once, whichever replica it comes to. */
@Component
public class Once {

    /** To a replica whose clock is behind, a value may still be worth something. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Clock clock;

    Once(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whether this is the first time. Counts even where the running transaction fails afterwards: what was tried is spent.
     *
     * @param context what the value is for; the same value in another context is another
     * @param until when the value is worth nothing anyway, so that it need not be remembered any longer
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean first(String context, byte[] value, Instant until) {
        return spend(context, value, until);
    }

    /** The same as part of the running transaction: where that fails, nothing was spent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean firstHere(String context, byte[] value, Instant until) {
        return spend(context, value, until);
    }

    private boolean spend(String context, byte[] value, Instant until) {
        try {
            return database.sql("insert into spent (hash, expires_at) values (?, ?)")
                            .params(hash(context, value), Timestamp.from(until))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Scheduled(initialDelayString = "5m", fixedDelayString = "10m")
    void forget() {
        database.sql("delete from spent where expires_at < ?")
                .param(Timestamp.from(clock.instant().minus(SKEW)))
                .update();
    }

    private static byte[] hash(String context, byte[] value) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(context.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return sha256.digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
