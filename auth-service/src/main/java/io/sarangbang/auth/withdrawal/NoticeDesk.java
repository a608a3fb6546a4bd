package io.sarangbang.auth.withdrawal;

import io.sarangbang.auth.provider.Subject;
import io.sarangbang.defaults.problem.ServiceUnavailable;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Settles notices within the time that a provider waits. Usually that is before the answer. Where the database is slow or
 * away, the answer is the same and the notice is tried on: Kakao waits 3 seconds, never tells a second time, wants a 200
 * "also for errors, then handle it yourselves", and suspends the webhook of a site that fails often, which would lose all
 * later notices, too. What is lost is a notice that was never stored before this process ended; the log says so.
 */
@Component
class NoticeDesk {

    private static final Logger log = LoggerFactory.getLogger(NoticeDesk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST);
    private final Withdrawing withdrawing;

    NoticeDesk(Withdrawing withdrawing) {
        this.withdrawing = withdrawing;
    }

    /**
     * Ends the identity, now or as soon as that is possible.
     *
     * @param counts asked once, whether the notice counts
     * @return false where it does not
     */
    boolean settle(Subject who, BooleanSupplier counts) {
        if (!room.tryAcquire()) {
            throw new ServiceUnavailable("database", "Too many notices wait for the database.");
        }
        var work = threads.submit(() -> {
            try {
                return untilSettled(who, counts);
            } finally {
                room.release();
            }
        });
        try {
            return work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.warn("a notice of {} is answered before it is settled: the database is slow", who.provider());
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a notice could not be settled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean untilSettled(Subject who, BooleanSupplier counts) throws InterruptedException {
        var counted = false;
        for (var pause = Duration.ofMillis(500); ; pause = longer(pause)) {
            try {
                counted = counted || counts.getAsBoolean();
                if (counted) {
                    withdrawing.end(who);
                }
                return counted;
            } catch (DataAccessException | TransactionException e) {
                log.error("a notice of {} could not be stored, again in {}", who.provider(), pause, e);
            }
            Thread.sleep(pause);
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    @PreDestroy
    void close() {
        var left = MOST - room.availablePermits();
        if (left > 0) {
            log.error("{} notices of people who withdrew at a provider are lost: the database never took them", left);
        }
        threads.shutdownNow();
    }
}
