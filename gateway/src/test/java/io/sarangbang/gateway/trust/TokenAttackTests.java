package io.sarangbang.gateway.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Tokens;
import io.sarangbang.gateway.stage.Wire.Answer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that must not get anywhere, over real connections. */
class TokenAttackTests extends OnStage {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.sarangbang.gateway.trust.Forgeries#all")
    void aForgedTokenStopsAtTheDoor(String kind, String token) {
        var before = reached();

        refused(wire.get("/api/users/me", "Authorization: Bearer " + token));
        refused(wire.get("/api/rooms", "Cookie: sb_access=" + token));
        refused(wire.get("/api/rooms", "Cookie: __Host-sb_access=" + token));
        // once more: what was refused must not be remembered as good
        refused(wire.post("/api/rooms", "{}", "Authorization: Bearer " + token));
        assertThat(reached()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.sarangbang.gateway.trust.Forgeries#all")
    void authServiceIsAskedInNobodysName(String kind, String token) {
        var seen = wire.get("/api/auth/session", "Authorization: Bearer " + token)
                .json()
                .get("headers");

        assertThat(seen.get("authorization")).isNull();
    }

    @Test
    void theSameTokenUnforgedPasses() {
        assertThat(wire.get("/api/users/me", "Authorization: Bearer " + Tokens.good())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTokenOfAMegabyteIsRefusedAsAProblemAndReadNoFurther() {
        var before = reached();
        var megabyte = "a".repeat(1_000_000);

        assertThat(wire.get("/api/users/me", "Authorization: Bearer " + megabyte)
                        .problem())
                .isEqualTo("/problems/headers-too-large 431");
        assertThat(wire.get("/api/users/me", "Authorization: Bearer " + Tokens.good() + megabyte)
                        .problem())
                .isEqualTo("/problems/headers-too-large 431");
        assertThat(wire.get("/api/users/me", "Cookie: sb_access=" + megabyte).problem())
                .isEqualTo("/problems/headers-too-large 431");
        assertThat(wire.raw("GET /api/users/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + megabyte)
                        .problem())
                .isEqualTo("/problems/headers-too-large 431");
        assertThat(reached()).isEqualTo(before);
        assertThat(wire.get("/api/users/me", bearer()).status()).isEqualTo(200);
    }

    private static void refused(Answer answer) {
        assertThat(answer.problem()).isEqualTo("/problems/not-signed-in 401");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private static int reached() {
        var all = new ArrayList<>(USERS.asked());
        all.addAll(ROOMS.asked());
        return all.size();
    }
}
