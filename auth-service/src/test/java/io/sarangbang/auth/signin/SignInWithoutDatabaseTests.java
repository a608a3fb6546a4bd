package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInWithoutDatabaseTests extends RunningService {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void theTableIsAway() {
        jdbc.sql("alter table identities rename to identities_away").update();
    }

    @AfterEach
    void theTableIsBack() {
        jdbc.sql("alter table identities_away rename to identities").update();
    }

    @Test
    void whoCanNotBeStoredIsToldSoOnTheSignInPage() {
        var browser = browser();
        var answer = signsIn(browser, "kakao", kakaoPerson("6001"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer).getQuery())
                .isEqualTo("problem=sign-in-failed&provider=kakao&returnTo=/r/kfm-wqtz-hbp");
        assertThat(browser.cookies()).isEmpty();
    }
}
