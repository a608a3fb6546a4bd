package io.sarangbang.standin.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@StandInTest
class NaverAuthorizeTests {

    private final Wire wire;
    private final NaverTestClient client;

    @Autowired
    NaverAuthorizeTests(Wire wire) {
        this.wire = wire;
        this.client = new NaverTestClient(wire);
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Test
    void itSaysThatItIsNotNaver() {
        assertThat(Wire.text(client.opens()))
                .contains("연습용 로그인 – 실제 네이버가 아닙니다", ">도윤</button>")
                .doesNotContain(">서연</button>", "action=");
    }

    @ParameterizedTest
    @CsvSource({"client_id, kakao-key", "redirect_uri, https://evil.example/x", "state, -"})
    void whatIsWrongIsRefusedThere(String parameter, String value) {
        assertThat(client.opens(parameter, value)).hasStatus(400).hasContentTypeCompatibleWith("text/html");
    }

    @Test
    void nothingIsMarkup() {
        var script = "\"><script>alert(1)</script>";

        assertThat(Wire.text(client.opens("redirect_uri", script))).doesNotContain("<script>");
        assertThat(Wire.text(client.submits(NaverTestClient.OLD, "name", script)))
                .doesNotContain("<script>");
    }

    @Test
    void anotherResponseTypeLeadsBack() {
        assertThat(Wire.redirected(client.opens("response_type", "token")))
                .containsEntry("error", "unsupported_response_type");
    }

    @Test
    void refusalLeadsBack() {
        assertThat(Wire.redirected(client.submits(NaverTestClient.OLD, "decision", "cancel")))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "st4te");
        wire.turn("naver", "{\"on\":[\"consent-denied\"]}");
        assertThat(Wire.redirected(client.opens())).containsEntry("error", "access_denied");
    }
}
