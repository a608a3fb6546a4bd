package io.sarangbang.defaults.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jsonwebtoken.Jwts;
import io.sarangbang.defaults.setup.SetupRefused;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.Issuer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** for the tokens that services show each other. */
class ServiceCredentialsTests {

    private static final ServiceSettings OURS = new ServiceSettings("kW3pZ7vNq1xT9mB5rJ4cLs8PfUe2HdAy");

    private final Issuer clock = new Issuer();
    private final ServiceCredentials gateway = new ServiceCredentials("gateway", OURS, clock);
    private final ServiceCredentials auth = new ServiceCredentials("auth-service", OURS, clock);

    @Test
    void aServiceNamesItselfToTheOneItCalls() throws BadToken {
        assertThat(auth.verify(gateway.issue("auth-service"))).isEqualTo("gateway");
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        refused(gateway.issue("room-service"));
        refused(auth.issue("gateway"));
    }

    @Test
    void aTokenOfAnotherInstallationIsRefused() {
        var others = new ServiceSettings("Zk8wQ2nV5tX1rB7mJ9cLs4PfUe6HdAy3");

        refused(new ServiceCredentials("gateway", others, clock).issue("auth-service"));
    }

    @Test
    void aTokenHoldsForAMinuteAndForClocksThatDiffer() throws BadToken {
        var token = gateway.issue("auth-service");

        clock.passes(Duration.ofSeconds(89));
        assertThat(auth.verify(token)).isEqualTo("gateway");
        clock.passes(Duration.ofSeconds(2));
        refused(token);
    }

    @Test
    void anAccessTokenIsNoServiceToken() {
        refused(clock.token());
    }

    @Test
    void theRightKeyWithAnotherTypeIsNotEnough() {
        var key = OURS.strong().key("service tokens", "HmacSHA256");
        var untyped = Jwts.builder()
                .issuer("gateway")
                .audience()
                .add("auth-service")
                .and()
                .expiration(java.util.Date.from(clock.instant().plusSeconds(60)))
                .signWith(key, Jwts.SIG.HS256)
                .compact();

        refused(untyped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJhdWQiOiJhdXRoLXNlcnZpY2UifQ."})
    void whatIsNoTokenIsRefused(String token) {
        refused(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "change-me-change-me-change-me-change-me"})
    void aWeakSecretStopsTheStartUp(String secret) {
        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> new ServiceSettings(secret))
                .withMessageStartingWith("SERVICE_SECRET");
    }

    private void refused(String token) {
        assertThatExceptionOfType(BadToken.class).isThrownBy(() -> auth.verify(token));
    }
}
