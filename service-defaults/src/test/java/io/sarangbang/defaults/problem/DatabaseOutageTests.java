package io.sarangbang.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

class DatabaseOutageTests {

    static Stream<Exception> outages() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new TransactionTimedOutException("too long"),
                new DataAccessResourceFailureException("link failure"),
                new RecoverableDataAccessException("link failure"),
                new QueryTimeoutException("too long"),
                new TransactionSystemException("commit", new SQLException("Connection is closed")),
                new TransactionSystemException(
                        "commit", new IllegalStateException(new SQLRecoverableException("lost"))),
                new Uncategorized(new SQLException("killed", "08S01")));
    }

    static Stream<Exception> mistakes() {
        return Stream.of(
                new InvalidDataAccessApiUsageException("no transaction"),
                new DataIntegrityViolationException(
                        "twice", new SQLIntegrityConstraintViolationException("twice", "23000")),
                new Uncategorized(new SQLSyntaxErrorException("no such table", "42S02")),
                new TransactionSystemException("commit", new IllegalStateException("a listener failed")));
    }

    private static final class Uncategorized extends UncategorizedDataAccessException {

        Uncategorized(SQLException cause) {
            super("Unable to rollback against JDBC Connection", cause);
        }
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aDatabaseThatDoesNotAnswerIsOne(Exception failure) {
        assertThat(DatabaseOutage.isBehind(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeOfOursIsNone(Exception failure) {
        assertThat(DatabaseOutage.isBehind(failure)).isFalse();
    }
}
