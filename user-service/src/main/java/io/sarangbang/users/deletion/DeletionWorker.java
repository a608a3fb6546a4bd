package io.sarangbang.users.deletion;

import io.sarangbang.defaults.service.ServiceUnreachable;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries out what is left to do, on every replica. Each holder has its own few turns, so that one that hangs holds up no
 * other. What a replica leaves undone when it dies is another's, or its own after the restart, once the lease is over.
 */
@Component
class DeletionWorker {

    private static final Logger log = LoggerFactory.getLogger(DeletionWorker.class);

    private final Deletions deletions;
    private final Eraser eraser;
    private final DeletionSettings settings;
    private final Map<Holder, Semaphore> turns = new EnumMap<>(Holder.class);
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DeletionWorker(Deletions deletions, Eraser eraser, DeletionSettings settings) {
        this.deletions = deletions;
        this.eraser = eraser;
        this.settings = settings;
        for (var holder : Holder.values()) {
            turns.put(holder, new Semaphore(settings.atOnce()));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        threads.execute(this::goOn);
    }

    /** Has what is due looked for at once, without keeping the caller waiting. */
    void wake() {
        wake.release();
    }

    /** One look at a time: while the database is down they would only queue before those who wait for an answer. */
    private void goOn() {
        int failures = 0;
        while (!threads.isShutdown()) {
            try {
                turns.forEach(this::look);
                failures = 0;
            } catch (RuntimeException | Error e) { // whatever it is, deletions are promised and nobody else goes on
                failures++;
                log.warn("deletions wait for the database: {}", e.getMessage());
            }
            rest(failures == 0 ? settings.lookEvery() : settings.pauseAfter(failures));
        }
    }

    private void rest(Duration longest) {
        try {
            if (wake.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Holder holder, Semaphore turn) {
        for (var step : deletions.due(holder, settings.atOnce())) {
            if (!threads.isShutdown() && turn.tryAcquire()) {
                threads.execute(() -> takeUp(step, turn));
            }
        }
    }

    private void takeUp(Step step, Semaphore turn) {
        try {
            if (deletions.claim(step) && isCarriedOut(step)) {
                wake(); // where one went well, more will
            }
        } catch (RuntimeException e) {
            log.warn("account {}: left until its lease is over: {}", step.accountId(), e.getMessage());
        } finally {
            turn.release();
        }
    }

    private boolean isCarriedOut(Step step) {
        try {
            eraser.erase(step.holder(), step.accountId());
            deletions.confirm(step);
            return true;
        } catch (ServiceUnreachable | NotErased e) {
            tell(step, deletions.postpone(step), e);
            return false;
        }
    }

    /** The first times, then ever more seldom: a service that is down for hours needs no line every few seconds. */
    private static void tell(Step step, int attempts, RuntimeException why) {
        if (Integer.bitCount(attempts) == 1) {
            log.warn("account {} is not deleted yet, attempt {}: {}", step.accountId(), attempts, why.getMessage());
        }
    }

    /** Whoever is being asked may answer yet; what is cut off all the same is done again after its lease. */
    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        wake();
        threads.awaitTermination(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    }
}
