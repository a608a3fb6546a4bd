package io.sarangbang.gateway.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody outside can say who they are but by a token. */
class ServiceHeadersTests extends OnStage {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User",
                "X-User-Id",
                "x-account-id",
                "X-Auth-Subject",
                "X-Authenticated-User",
                "X-Caller",
                "Remote-User",
                "X-Remote-User",
                "X-Original-URL",
                "X-Rewrite-Url",
                "X-HTTP-Method-Override",
                "X-Real-IP",
                "Forwarded",
                "X-Forwarded-User",
                "X-Forwarded-Prefix",
                "X-Forwarded-Port",
                "X-Internal-Call",
                "True-Client-IP"
            })
    void noHeaderThatNamesSomebodyGetsPast(String header) {
        var seen = wire.get("/api/users/me", bearer(), header + ": somebody")
                .json()
                .get("headers");

        assertThat(seen.get(header.toLowerCase())).isNull();
    }

    @Test
    void servicesAreToldTheRealAddressAndThePublicNameWhateverTheClientSays() {
        var seen = wire.get(
                        "/api/users/me",
                        bearer(),
                        "X-Forwarded-For: 203.0.113.9",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: evil.example")
                .json()
                .get("headers");

        assertThat(seen.get("x-forwarded-for").toString()).isEqualTo("[\"127.0.0.1\"]");
        assertThat(seen.get("x-forwarded-proto").toString()).isEqualTo("[\"http\"]");
        assertThat(seen.get("x-forwarded-host").toString()).isEqualTo("[\"rooms.example.test:8080\"]");
    }

    @Test
    void oneRequestIdGoesThroughAllAndComesBackOnce() {
        var answer = wire.get("/api/users/me", bearer(), "X-Request-Id: trace-1234-abcd");

        assertThat(answer.json().get("headers").get("x-request-id").toString()).isEqualTo("[\"trace-1234-abcd\"]");
        assertThat(answer.all("X-Request-Id")).containsExactly("trace-1234-abcd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "${jndi:ldap://x}", "a;b=cdefgh", "<script>alert(1)"})
    void aHarmfulRequestIdIsReplaced(String id) {
        var answer = wire.get("/api/users/me", bearer(), "X-Request-Id: " + id);

        assertThat(answer.header("X-Request-Id")).isNotEqualTo(id).matches("[0-9a-f-]{36}");
        assertThat(answer.json().get("headers").get("x-request-id").get(0).asString())
                .isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void aHandshakeElsewhereThanAtTheSignallingIsAnOrdinaryRequest() {
        var answer = wire.get(
                "/api/rooms",
                bearer(),
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("headers").get("upgrade")).isNull();
    }
}
