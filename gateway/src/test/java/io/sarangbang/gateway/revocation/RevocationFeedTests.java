package io.sarangbang.gateway.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jsonwebtoken.Jwts;
import io.sarangbang.gateway.stage.AuthDesk;
import io.sarangbang.gateway.stage.Backend;
import io.sarangbang.gateway.stage.Door;
import io.sarangbang.gateway.stage.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whole gateways beside an auth-service that comes and goes, over real connections. */
@ExtendWith(OutputCaptureExtension.class)
class RevocationFeedTests {

    private static final Backend USERS = Backend.open("user-service");

    private final AuthDesk desk = new AuthDesk();
    private final ArrayList<Door> doors = new ArrayList<>();
    private Backend auth = Backend.open("auth-service", 0, desk::answerWithKeys);
    private final int port = auth.port();

    @AfterEach
    void end() {
        doors.forEach(Door::close);
        auth.close();
    }

    @Test
    void twoGatewaysRefuseWithinTwoSeconds() {
        var one = open();
        var other = open();
        for (int i = 0; i < 3; i++) {
            var session = UUID.randomUUID();
            var token = token(session);
            assertThat(status(one, token)).isEqualTo(200);
            assertThat(status(other, token)).isEqualTo(200);

            var ended = Instant.now();
            desk.end(session);
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> status(one, token) == 401 && status(other, token) == 401);

            assertThat(Duration.between(ended, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void anInstanceThatHangsDoesNotKeepEndsFromGettingHere() throws IOException {
        try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var door = open("--spring.cloud.discovery.client.simple.instances.auth-service[1].uri=http://127.0.0.1:"
                    + hanging.getLocalPort());
            for (int i = 0; i < 5; i++) {
                var session = UUID.randomUUID();
                var token = token(session);
                await().until(() -> status(door, token) == 200);

                desk.end(session);
                await().atMost(Duration.ofSeconds(2))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> status(door, token) == 401);
            }
        }
    }

    @Test
    void whatEndedBeforeTheGatewayStartedIsKnownFromItsFirstRequestOn() {
        var session = UUID.randomUUID();
        desk.end(session);

        assertThat(status(open(), token(session))).isEqualTo(401);
        assertThat(desk.asked().getFirst()).isEqualTo("GET /internal/revocations");
    }

    @Test
    void aRoundOfManyPagesIsReadToItsEnd() {
        desk.tellsAtOnce(7);
        var sessions = Stream.generate(UUID::randomUUID).limit(40).toList();
        sessions.forEach(desk::end);
        var door = open();

        for (var session : sessions) {
            assertThat(status(door, token(session))).isEqualTo(401);
        }
        var later = UUID.randomUUID();
        desk.end(later);
        await().atMost(Duration.ofSeconds(2)).until(() -> status(door, token(later)) == 401);
    }

    @Test
    void whatEndsWhileAuthServiceIsAwayIsCaughtUpWith() {
        var known = UUID.randomUUID();
        var missed = UUID.randomUUID();
        var door = open();
        assertThat(status(door, token(missed))).isEqualTo(200);
        desk.end(known);
        await().until(() -> status(door, token(known)) == 401);

        auth.close();
        desk.end(missed);
        desk.asked().clear();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> status(door, token(known)) == 401 && status(door, token(missed)) == 200);
        auth = Backend.open("auth-service", port, desk::answerWithKeys);

        await().atMost(Duration.ofSeconds(2)).until(() -> status(door, token(missed)) == 401);
        assertThat(status(door, token(known))).isEqualTo(401);
        // It asks on from where it was, not from the moment of the return.
        assertThat(desk.asked().getFirst()).startsWith("GET /internal/revocations?since=");
    }

    @Test
    void untilAuthServiceHasSpokenOnceNoTokenIsTakenForGood() {
        auth.close();
        var door = open("--sarangbang.revocations.first-wait=200ms");

        var answer = door.wire().get("/api/users/me", "Authorization: Bearer " + token(UUID.randomUUID()));
        assertThat(answer.problem()).isEqualTo("/problems/service-unavailable 503");
        assertThat(answer.json().get("cause").asString()).isEqualTo("auth-service");

        auth = Backend.open("auth-service", port, desk::answerWithKeys);
        await().atMost(Duration.ofSeconds(5)).until(() -> status(door, token(UUID.randomUUID())) == 200);
    }

    @Test
    void theLogSaysOnceThatAuthServiceIsAwayAndOnceThatItIsBack(CapturedOutput output) {
        var door = open("--sarangbang.revocations.tell-after=1s");
        await().until(() -> status(door, token(UUID.randomUUID())) == 200);

        auth.close();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> output.getAll().contains("auth-service has told of no ended sessions for 1 s"));
        auth = Backend.open("auth-service", port, desk::answerWithKeys);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> output.getAll().contains("auth-service tells of ended sessions again"));
        assertThat(output.getAll()).containsOnlyOnce("has told of no ended sessions");
    }

    @Test
    void howeverManyUnknownKeysAreNamedTheyAreFetchedOncePerInterval() {
        var door = open();
        assertThat(status(door, token(UUID.randomUUID()))).isEqualTo(200);
        var before = desk.keyFetches();

        for (int i = 0; i < 30; i++) {
            var forged = Tokens.claims()
                    .header()
                    .keyId("unknown-" + i)
                    .and()
                    .signWith(Tokens.KEYS.getPrivate(), Jwts.SIG.ES256)
                    .compact();
            assertThat(status(door, forged)).isEqualTo(401);
        }

        assertThat(desk.keyFetches() - before).isLessThanOrEqualTo(1);
    }

    private Door open(String... settings) {
        var door = Door.open(Map.of("auth-service", "http://127.0.0.1:" + port, "user-service", USERS.url()), settings);
        doors.add(door);
        return door;
    }

    private static String token(UUID session) {
        return Tokens.claims()
                .claim("sid", session.toString())
                .signWith(Tokens.KEYS.getPrivate(), Jwts.SIG.ES256)
                .compact();
    }

    private static int status(Door door, String token) {
        return door.wire()
                .get("/api/users/me", "Authorization: Bearer " + token)
                .status();
    }
}
