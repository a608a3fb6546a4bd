package io.sarangbang.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** The service trusts nobody who came past the gateway. */
class ClosedDoorTests extends UserServiceTest {

    private static final UUID VICTIM = UUID.fromString("019a9f5e-0000-7000-8000-0000000000aa");

    @ParameterizedTest
    @ValueSource(strings = {"X-Account-Id", "X-User-Id", "X-Forwarded-User", "Cookie"})
    void noHeaderStandsInForAToken(String header) {
        assertThat(mvc.get().uri("/api/users/me").header(header, "sb_access=" + VICTIM))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "bearer", "Token x", "Negotiate x"})
    void anotherSchemeIsNoToken(String authorization) {
        assertThat(mvc.get().uri("/api/users/me").header("Authorization", authorization))
                .hasStatus(401);
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        assertThat(mvc.get().uri("/api/users/me?access_token=" + TokenMint.signed(TokenMint.token(VICTIM))))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/internal/anything", "/", "/api/users/x"})
    void nothingElseIsOpen(String path) {
        nobody().send(HttpMethod.GET, path, null).isProblem(401, "not-signed-in");
    }

    @Test
    void healthIsOpen() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
    }
}
