package io.sarangbang.gateway.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that ride on cookies are made by our own pages only. */
class CrossSiteGuardTests extends OnStage {

    private static final String PUBLIC = "http://rooms.example.test:8080";

    /** What the browser sends, and whether it may pass; a dash stands for a header that is missing. */
    @ParameterizedTest
    @CsvSource({
        "sarangbang,     PUBLIC,                        -,           201",
        "sarangbang,     HERE,                          -,           201",
        "sarangbang,     -,                             same-origin, 201",
        "sarangbang,     -,                             none,        201",
        "sarangbang,     PUBLIC,                        same-origin, 201",
        "-,              PUBLIC,                        same-origin, 403",
        "XMLHttpRequest, PUBLIC,                        same-origin, 403",
        "sarangbang,     -,                             -,           403",
        "sarangbang,     http://evil.example,           -,           403",
        "sarangbang,     null,                          -,           403",
        "sarangbang,     http://evil.example,           same-origin, 403",
        "sarangbang,     PUBLIC,                        cross-site,  403",
        "sarangbang,     -,                             cross-site,  403",
        "sarangbang,     -,                             same-site,   403",
        "sarangbang,     https://rooms.example.test:8080, -,         403",
        "sarangbang,     http://rooms.example.test:80,  -,           403",
        "sarangbang,     http://rooms.example.test:8080.evil.example, -, 403",
        "sarangbang,     http://x.rooms.example.test:8080, -,        403",
    })
    void aChangeThatRidesOnACookieMustComeFromOurOwnPages(String with, String origin, String site, int expected) {
        var headers = new ArrayList<>(List.of("Cookie: sb_access=" + Tokens.good(), "Content-Type: application/json"));
        add(headers, "X-Requested-With", with);
        add(headers, "Origin", origin.replace("PUBLIC", PUBLIC).replace("HERE", "http://localhost:" + port));
        add(headers, "Sec-Fetch-Site", site);

        var answer = wire.post("/api/rooms", "{}", headers.toArray(String[]::new));

        assertThat(expected == 201 ? "passed " + answer.status() : answer.problem())
                .isEqualTo(expected == 201 ? "passed 200" : "/problems/cross-site-request 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "PROPFIND"})
    void everyMethodThatMayChangeSomethingIsGuarded(String method) {
        assertThat(wire.send(method, "/api/rooms", "{}", "Cookie: sb_access=" + Tokens.good())
                        .problem())
                .isEqualTo("/problems/cross-site-request 403");
    }

    @Test
    void aConnectionTestOfAnotherSiteDoesNotRideOnACookie() {
        assertThat(wire.post("/api/connection-tests", "", "Cookie: sb_access=" + Tokens.good())
                        .problem())
                .isEqualTo("/problems/cross-site-request 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sb_access", "__Host-sb_access", "sb_refresh", "__Secure-sb_refresh", "sb_sign_in_0a", "sb_other"
            })
    void anyCookieOfOursIsGuarded(String cookie) {
        assertThat(wire.post("/api/auth/refresh", "", "Cookie: " + cookie + "=x")
                        .problem())
                .isEqualTo("/problems/cross-site-request 403");
    }

    @Test
    void readingIsOpenToLinksFromElsewhere() {
        assertThat(wire.get(
                                "/api/rooms",
                                "Cookie: sb_access=" + Tokens.good(),
                                "Origin: http://evil.example",
                                "Sec-Fetch-Site: cross-site")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProgramWithItsOwnTokenNeedsNoProofOfOrigin() {
        assertThat(wire.post("/api/rooms", "{}", bearer()).status()).isEqualTo(200);
        assertThat(wire.post("/api/rooms", "{}", bearer(), "Cookie: sb_access=whatever")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutAnyCookieOfOursNothingIsRiddenOn() {
        assertThat(wire.post("/api/auth/logout", "", "Cookie: theme=dark").status())
                .isEqualTo(200);
    }

    @Test
    void anotherKindOfAuthorizationDoesNotGetAroundTheGuard() {
        assertThat(wire.post("/api/rooms", "{}", "Authorization: Basic YTpi", "Cookie: sb_access=" + Tokens.good())
                        .problem())
                .isEqualTo("/problems/cross-site-request 403");
    }

    @Test
    void preflightsFromElsewhereAreGrantedNothing() {
        var answer = wire.send(
                "OPTIONS",
                "/api/rooms",
                "",
                "Origin: http://evil.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: x-requested-with");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.problem()).isEqualTo("/problems/not-signed-in 401");
    }

    private static void add(List<String> headers, String name, String value) {
        if (!"-".equals(value)) {
            headers.add(name + ": " + value);
        }
    }
}
