package io.sarangbang.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WithoutDatabaseTests extends RunningService {

    private static final int POOL = 10;

    @Autowired
    private DataSource database;

    private final List<Connection> taken = new ArrayList<>();

    @AfterEach
    void theDatabaseIsBack() throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }

    @Test
    void whoCanNotBeStoredIsToldSoOnTheSignInPage() throws SQLException {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/r/kfm-wqtz-hbp"), kakaoPerson("6001"));
        theDatabaseDoesNotAnswer();
        var answer = browser.comesBack(callback);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer).getQuery())
                .isEqualTo("problem=sign-in-failed&provider=kakao&returnTo=/r/kfm-wqtz-hbp");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void aRefreshIsPutOffAndTheSessionOutlivesIt() throws SQLException {
        var browser = signedIn(kakaoPerson("6002"));
        theDatabaseDoesNotAnswer();
        var answer = browser.posts("/api/auth/refresh");

        isProblem(answer, 503, "service-unavailable");
        assertThat(json(answer).path("cause").asString()).isEqualTo("database");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Browser.setCookies(answer)).isEmpty();
        theDatabaseIsBack();
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @Test
    void theKeysStayPublished() throws SQLException {
        browser().opens("/.well-known/jwks.json");
        theDatabaseDoesNotAnswer();
        clock.forward(java.time.Duration.ofMinutes(1));

        assertThat(json(browser().opens("/.well-known/jwks.json")).path("keys")).isNotEmpty();
    }

    private void theDatabaseDoesNotAnswer() throws SQLException {
        for (var i = 0; i < POOL; i++) {
            taken.add(database.getConnection());
        }
    }
}
