package io.sarangbang.users.deletion;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Which accounts are being deleted, and what is left to do for each: all of it in the database, whoever carries it out. */
@Service
class Deletions {

    private static final Logger log = LoggerFactory.getLogger(Deletions.class);

    private final DeletionStore deletions;
    private final StepStore steps;
    private final TransactionTemplate transaction;
    private final DeletionSettings settings;
    private final Clock clock;

    Deletions(
            DeletionStore deletions,
            StepStore steps,
            TransactionTemplate transaction,
            DeletionSettings settings,
            Clock clock) {
        this.deletions = deletions;
        this.steps = steps;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Stored once this returns; whoever asks again is told of the first time. */
    Deletion request(UUID account) {
        return deletions.findById(account).orElseGet(() -> begin(account));
    }

    /** Not in a transaction with the look before: whoever loses the race has to see what the winner wrote. */
    private Deletion begin(UUID account) {
        try {
            var begun = transaction.execute(_ -> store(account, clock.instant()));
            log.info("account {} is to be deleted", account);
            return begun;
        } catch (DataIntegrityViolationException lostTheRace) {
            return deletions.findById(account).orElseThrow(() -> lostTheRace);
        }
    }

    private Deletion store(UUID account, Instant now) {
        var deletion = deletions.saveAndFlush(new Deletion(account, now));
        steps.saveAll(List.of(
                new Step(account, Holder.AUTH, Sweep.FIRST, now),
                new Step(account, Holder.ROOMS, Sweep.FIRST, now.plus(settings.headStart())),
                new Step(account, Holder.PROFILE, Sweep.FIRST, now)));
        return deletion;
    }

    List<Step> due(Holder holder, int most) {
        return steps.due(holder, clock.instant(), Limit.of(most));
    }

    /** Whether the step is the caller's now; another replica may have been faster. */
    boolean claim(Step step) {
        return steps.claim(step.id(), step.attempts(), clock.instant().plus(settings.lease())) == 1;
    }

    /** For a step that was claimed and failed; answers after how many attempts. */
    int postpone(Step claimed) {
        var attempts = claimed.attempts() + 1;
        var dueAt = clock.instant().plus(settings.pauseAfter(attempts));
        steps.postpone(claimed.id(), attempts, dueAt);
        return attempts;
    }

    /** Told when it is stored, not before: what a log says of a deletion has to hold after a crash as well. */
    void confirm(Step step) {
        var progress = transaction.execute(_ -> confirm(step, clock.instant()));
        if (progress != Progress.NONE) {
            log.info("account {}: {} confirmed the {} sweep", step.accountId(), step.holder(), step.sweep());
        }
        if (progress == Progress.COMPLETE) {
            log.info("account {} is deleted", step.accountId());
        }
    }

    /** Locks the deletion first: of two last steps confirmed at once, each would take the other for open. */
    private Progress confirm(Step step, Instant now) {
        var deletion = deletions.lock(step.accountId()).orElseThrow();
        if (steps.remove(step.id()) == 0) {
            return Progress.NONE; // somebody who had it before was slow but not in vain
        }
        if (step.endsTokens()) {
            steps.saveAll(lastSweep(step.accountId(), now.plus(settings.lastSweepAfter())));
        } else if (!steps.existsByAccountId(step.accountId())) {
            deletion.complete(now);
            return Progress.COMPLETE;
        }
        return Progress.STEP;
    }

    private static List<Step> lastSweep(UUID account, Instant dueAt) {
        return Arrays.stream(Holder.values())
                .map(it -> new Step(account, it, Sweep.LAST, dueAt))
                .toList();
    }

    private enum Progress {
        NONE,
        STEP,
        COMPLETE
    }
}
