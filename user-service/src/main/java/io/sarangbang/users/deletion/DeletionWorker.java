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
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Carries out what is left to do, on every replica. Each holder has its own few turns, so that one that hangs holds up no
 * other. What a replica leaves undone when it dies is another's, or its own after the restart, once the lease is over.
 */
@Component
class DeletionWorker implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(DeletionWorker.class);

    private final Deletions deletions;
    private final Eraser eraser;
    private final DeletionSettings settings;
    private final Map<Holder, Semaphore> turns = new EnumMap<>(Holder.class);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DeletionWorker(Deletions deletions, Eraser eraser, DeletionSettings settings) {
        this.deletions = deletions;
        this.eraser = eraser;
        this.settings = settings;
        for (var holder : Holder.values()) {
            turns.put(holder, new Semaphore(settings.atOnce()));
        }
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::wake, settings.lookEvery(), Duration.ZERO));
    }

    /** Looks for steps that are due without keeping the caller waiting. */
    void wake() {
        for (var holder : Holder.values()) {
            inBackground(holder, () -> look(holder));
        }
    }

    private void look(Holder holder) {
        for (var step : deletions.due(holder, settings.atOnce())) {
            inBackground(holder, () -> takeUp(step));
        }
    }

    private void takeUp(Step step) {
        var turn = turns.get(step.holder());
        if (turn == null || !turn.tryAcquire()) {
            return;
        }
        try {
            if (deletions.claim(step) && carriesOut(step)) {
                inBackground(step.holder(), () -> look(step.holder())); // where one went well, more will
            }
        } finally {
            turn.release();
        }
    }

    private boolean carriesOut(Step step) {
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

    private void inBackground(Holder holder, Runnable work) {
        if (threads.isShutdown()) {
            return;
        }
        threads.execute(() -> {
            try {
                work.run();
            } catch (DataAccessException | TransactionException e) {
                log.warn("deletions wait for the database, {} among them: {}", holder, e.getMessage());
            }
        });
    }

    /** Whoever is being asked may answer yet; what is cut off all the same is done again after its lease. */
    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    }
}
