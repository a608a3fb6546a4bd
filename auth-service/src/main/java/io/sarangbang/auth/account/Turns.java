package io.sarangbang.auth.account;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does, in one transaction, what several may do to the same person at once: by two doors, in two tabs. Whoever loses the race
 * looks again and finds what the winner left.
 */
@Component
public class Turns {

    private static final int ATTEMPTS = 5;

    private final TransactionOperations transaction;

    Turns(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    /** @param work may run more than once, but counts once */
    public <T> T take(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.execute(_ -> work.get());
            } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
