package io.sarangbang.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

/** What API keys are good for here. */
class ScopeTests extends UserServiceTest {

    private static final String ALL = "profile:read profile:write rooms:read rooms:write calls:join";

    private Person seoyeon;

    @BeforeEach
    void signIn() {
        seoyeon = somebody("서연");
        seoyeon.looksAtThemselves().is(200);
    }

    @Test
    void aKeyDoesWhatItsScopesCover() {
        keyOf(seoyeon, "profile:read").looksAtThemselves().is(200);
        keyOf(seoyeon, "profile:read").looksAt(seoyeon).is(200);
        keyOf(seoyeon, "profile:write").changes("{\"locale\":\"en\"}").is(200);
        keyOf(seoyeon, ALL).looksAtThemselves().is(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/users/me, profile:write, profile:read",
        "GET, /api/users?ids=, rooms:read, profile:read",
        "PATCH, /api/users/me, profile:read, profile:write",
        "DELETE, /api/users/me, " + ALL + ", account",
        "GET, /api/users/me/export, " + ALL + ", account",
        "GET, /api/users/anything, " + ALL + ", account",
        "POST, /api/users/me, " + ALL + ", account"
    })
    void aKeyDoesNothingElse(HttpMethod method, String path, String scopes, String needed) {
        var answer = keyOf(seoyeon, scopes).send(method, path, "{}").isProblem(403, "insufficient-scope");

        assertThat(answer.raw().getResponse().getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"" + needed + "\"");
        seoyeon.looksAtThemselves().is(200);
    }
}
