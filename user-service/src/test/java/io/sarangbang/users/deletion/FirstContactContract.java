package io.sarangbang.users.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.defaults.token.Caller;
import io.sarangbang.users.UserServiceTest;
import io.sarangbang.users.profile.Profiles;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Somebody's first contact, let in a moment before the deletion was asked for, meets the deletion: whichever is faster, no
 * profile stays. Here nothing is swept a second time, which would hide what the first sweep has missed.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:contact;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "sarangbang.deletion.look-every=1h"
        })
abstract class FirstContactContract extends UserServiceTest {

    private static final int ROUNDS = 300;
    private static final int TABS = 3;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Deletions deletions;

    @Autowired
    private Eraser eraser;

    @Autowired
    private JdbcClient database;

    @Test
    void noProfileStaysWhoeverIsFaster() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                var account = UUID.randomUUID();
                var start = new CyclicBarrier(TABS + 1);
                Callable<Void> contact = () -> contact(account, start);
                Callable<Void> end = () -> end(account, start);
                var all = Stream.concat(IntStream.range(0, TABS).mapToObj(_ -> contact), Stream.of(end))
                        .toList();
                for (var one : threads.invokeAll(all)) {
                    one.get();
                }
                assertThat(profilesOf(account)).as("round " + round).isZero();
            }
        }
    }

    @Test
    void whoWasLetInBeforeAndComesAfterTheSweepLeavesNothing() {
        var account = UUID.randomUUID();
        deletions.request(account);
        eraser.erase(Holder.PROFILE, account);

        assertThatExceptionOfType(AccountDeleted.class).isThrownBy(() -> profiles.ownOf(caller(account)));
        assertThat(profilesOf(account)).isZero();
    }

    private Void contact(UUID account, CyclicBarrier start) throws InterruptedException, BrokenBarrierException {
        start.await();
        try {
            profiles.ownOf(caller(account));
        } catch (AccountDeleted e) {
            return null; // was slower
        }
        return null;
    }

    private Void end(UUID account, CyclicBarrier start) throws InterruptedException, BrokenBarrierException {
        start.await();
        deletions.request(account);
        eraser.erase(Holder.PROFILE, account);
        return null;
    }

    private long profilesOf(UUID account) {
        var id = ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
        return database.sql("select count(*) from profiles where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static Caller caller(UUID account) {
        var now = Instant.now();
        return new Caller(
                account,
                UUID.randomUUID(),
                now,
                "web",
                Set.of(Caller.EVERYTHING),
                "서연",
                null,
                now.plusSeconds(300),
                "not read here");
    }
}
