package io.sarangbang.standin.knobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@StandInTest
class KnobsTests {

    private static final String KEYS = "/kakao/.well-known/jwks.json";

    private final Wire wire;
    private final MockMvcTester mvc;

    @Autowired
    KnobsTests(Wire wire, MockMvcTester mvc) {
        this.wire = wire;
        this.mvc = mvc;
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Test
    void everyKnobCanBeTurnedByItsName() {
        for (var knob : Knob.values()) {
            var standing = wire.body(wire.put("/knobs/naver", "{\"on\":[\"" + knob.id() + "\"]}"));
            assertThat(standing.at("/everyone/on/0").asString()).isEqualTo(knob.id());
        }
    }

    @Test
    void knobsAreReadTurnedAndReset() {
        wire.turn("kakao", "{\"on\":[\"slow\"],\"delaySeconds\":0,\"at\":[\"token\"]}");
        wire.turn("kakao/people/서연", "{\"on\":[\"email-missing\"]}");

        var all = wire.body(wire.get("/knobs", Map.of()));
        assertThat(all.at("/kakao/everyone/on/0").asString()).isEqualTo("slow");
        assertThat(all.at("/kakao/people/서연/on/0").asString()).isEqualTo("email-missing");
        assertThat(all.at("/naver/everyone/on").isEmpty()).isTrue();

        assertThat(mvc.delete().uri("/knobs/kakao/people/서연")).hasStatus(204);
        assertThat(mvc.delete().uri("/knobs/kakao")).hasStatus(204);
        assertThat(wire.body(wire.get("/knobs", Map.of())).toString()).doesNotContain("slow", "email-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "null",
                "{\"on\":[\"no-such-knob\"]}",
                "{\"on\":[null]}",
                "{\"on\":\"slow\"}",
                "{\"off\":[]}",
                "{\"on\":[],\"delaySeconds\":61}",
                "{\"on\":[],\"delaySeconds\":-1}",
                "{\"at\":[\"nowhere\"]}"
            })
    void whatIsNoKnobIsRefusedAndNothingTurns(String body) {
        assertThat(wire.put("/knobs/kakao", body))
                .hasStatus(400)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(wire.body(wire.get("/knobs", Map.of()))
                        .at("/kakao/everyone/on")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anUnknownProviderIsNotFound() {
        assertThat(wire.put("/knobs/google", "{}"))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void noFormOfAForeignPageTurnsAnything() {
        assertThat(wire.post("/knobs/kakao", Map.of("on", "slow"))).hasStatus(405);
        assertThat(mvc.options()
                        .uri("/knobs/kakao")
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "PUT"))
                .doesNotContainHeader("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @CsvSource({"server-error, 500", "unavailable, 503"})
    void aBreakdownIsAPageAndNoJson(String knob, int status) {
        wire.turn("kakao", "{\"on\":[\"" + knob + "\"],\"at\":[\"keys\"]}");

        assertThat(wire.get(KEYS, Map.of())).hasStatus(status).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        assertThat(wire.get("/kakao/v2/user/me", Map.of())).hasStatus(401);
    }

    @Test
    void aBreakdownWithoutAPlaceIsEverywhere() {
        wire.turn("kakao", "{\"on\":[\"unavailable\"]}");

        for (var path : Arrays.asList(KEYS, "/kakao/v2/user/me")) {
            assertThat(wire.get(path, Map.of())).hasStatus(503);
        }
        assertThat(wire.post("/kakao/oauth/token", Map.of())).hasStatus(503);
        assertThat(wire.get("/naver/oauth2/jwks", Map.of())).hasStatusOk();
    }

    @Test
    void anAnswerCanBreakOff() {
        var whole = Wire.text(wire.get(KEYS, Map.of()));
        wire.turn("kakao", "{\"on\":[\"truncated\"]}");
        var answer = wire.get(KEYS, Map.of());

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(whole)
                .startsWith(Wire.text(answer))
                .hasSizeGreaterThan(Wire.text(answer).length());
    }

    @Test
    void anAnswerCanBeSlow() {
        wire.turn("kakao", "{\"on\":[\"slow\"],\"delaySeconds\":1,\"at\":[\"keys\"]}");
        var before = System.nanoTime();

        assertThat(wire.get(KEYS, Map.of())).hasStatusOk();
        assertThat(System.nanoTime() - before).isGreaterThan(1_000_000_000L);
    }

    @Test
    void anUnknownAddressIsAProblem() {
        assertThat(wire.get("/nothing/here", Map.of()))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
