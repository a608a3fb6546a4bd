package io.sarangbang.defaults.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Tells a database that does not answer from a mistake of ours. What the framework makes of a lost connection depends on the
 * driver and on the moment: a failing roll-back, say, is an uncategorised failure that hides the one before it.
 */
final class DatabaseOutage {

    /** SQLSTATE class of connection failures (SQL:2023 Part 2, 24.1). */
    private static final String CONNECTION = "08";

    private DatabaseOutage() {}

    static boolean isBehind(Exception failure) {
        return saysSo(failure)
                || Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                        .limit(20)
                        .anyMatch(it -> it instanceof SQLException sql && isOutage(sql));
    }

    private static boolean saysSo(Exception failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionTimedOutException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessException;
    }

    private static boolean isOutage(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || state == null // no server said it: the pool has closed the connection, which was found to be broken
                || state.startsWith(CONNECTION);
    }
}
