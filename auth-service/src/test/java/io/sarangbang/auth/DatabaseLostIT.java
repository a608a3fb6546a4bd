package io.sarangbang.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.service.ServiceCredentials;
import io.sarangbang.houserules.OnServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A database that goes away while it is used is told as such, wherever in a transaction that happens: try again, it says. */
@OnServer
@SpringBootTest(classes = AuthApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DatabaseLostIT.Loss.class)
class DatabaseLostIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ServiceCredentials credentials;

    enum Moment {
        BEFORE_A_STATEMENT,
        BEFORE_THE_COMMIT,
        BEFORE_A_ROLLBACK
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void theCallerIsToldToTryAgain(Moment moment) throws IOException, InterruptedException {
        var answer = loses(moment);

        assertThat(answer.body()).contains("\"type\":\"/problems/service-unavailable\"", "\"cause\":\"database\"");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private HttpResponse<String> loses(Moment moment) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/internal/lost/" + moment))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + credentials.issue("auth-service"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    @TestConfiguration
    static class Loss {

        @Bean
        Losing losing(DataSource database, TransactionOperations transaction) {
            return new Losing(database, transaction);
        }
    }

    @RestController
    static class Losing {

        private final DataSource database;
        private final TransactionOperations transaction;
        private final JdbcClient running;

        Losing(DataSource database, TransactionOperations transaction) {
            this.database = database;
            this.transaction = transaction;
            this.running = JdbcClient.create(database);
        }

        @PostMapping("/internal/lost/{moment}")
        void lose(@PathVariable Moment moment) {
            transaction.executeWithoutResult(_ -> {
                write();
                loseConnection();
                switch (moment) {
                    case BEFORE_A_STATEMENT -> write();
                    case BEFORE_THE_COMMIT -> {}
                    case BEFORE_A_ROLLBACK -> throw new IllegalStateException("something else went wrong");
                }
            });
        }

        private void write() {
            running.sql("insert into spent (hash, expires_at) values (?, current_timestamp)")
                    .param(UUID.randomUUID()
                            .toString()
                            .substring(0, 32)
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .update();
        }

        private void loseConnection() {
            var own = running.sql("select connection_id()").query(Long.class).single();
            try (var other = database.getConnection();
                    var statement = other.createStatement()) {
                statement.execute("kill " + own);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }
}
