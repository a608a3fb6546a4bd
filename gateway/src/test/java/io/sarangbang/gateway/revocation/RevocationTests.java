package io.sarangbang.gateway.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.Jwts;
import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Tokens;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The end of a session ends its tokens, however long they would hold. */
class RevocationTests extends OnStage {

    private final UUID session = UUID.randomUUID();
    private final String token = Tokens.claims()
            .claim("sid", session.toString())
            .signWith(Tokens.KEYS.getPrivate(), Jwts.SIG.ES256)
            .compact();

    @Test
    void aTokenThatIsRememberedAsGoodIsRefusedOnceItsSessionHasEnded() {
        assertThat(status()).isEqualTo(200);
        assertThat(status()).isEqualTo(200);

        DESK.end(session);

        within2Seconds(() -> status() == 401);
        var answer = wire.get("/api/rooms", "Cookie: sb_access=" + token);
        assertThat(answer.problem()).isEqualTo("/problems/not-signed-in 401");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenThatCameNeverBeforeIsRefusedToo() {
        DESK.end(session);
        var other = UUID.randomUUID();
        DESK.end(other);

        within2Seconds(
                () -> wire.get("/api/rooms", "Authorization: Bearer " + token).status() == 401);
    }

    @Test
    void noServiceIsReachedInTheNameOfAnEndedSession() {
        DESK.end(session);
        within2Seconds(() -> status() == 401);
        var before = USERS.asked().size();

        wire.get("/api/users/me", "Authorization: Bearer " + token);
        wire.send("DELETE", "/api/users/me", "", "Authorization: Bearer " + token);

        assertThat(USERS.asked()).hasSize(before);
    }

    @Test
    void authServiceIsAskedInNobodysNameThen() {
        DESK.end(session);
        within2Seconds(() -> status() == 401);

        var seen = wire.get("/api/auth/session", "Cookie: sb_access=" + token + "; sb_refresh=r")
                .json()
                .get("headers");

        assertThat(seen.get("authorization")).isNull();
        assertThat(seen.get("cookie").get(0).asString()).isEqualTo("sb_refresh=r");
    }

    @Test
    void othersGoOn() {
        DESK.end(session);
        within2Seconds(() -> status() == 401);

        assertThat(wire.get("/api/users/me", bearer()).status()).isEqualTo(200);
    }

    private int status() {
        return wire.get("/api/users/me", "Authorization: Bearer " + token).status();
    }

    private static void within2Seconds(BooleanSupplier refused) {
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(refused::getAsBoolean);
    }
}
