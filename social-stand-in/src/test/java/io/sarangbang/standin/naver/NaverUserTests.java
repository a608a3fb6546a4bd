package io.sarangbang.standin.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.MovableClock;
import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@StandInTest
class NaverUserTests {

    private final Wire wire;
    private final NaverTestClient client;
    private final MovableClock clock;

    @Autowired
    NaverUserTests(Wire wire, MovableClock clock) {
        this.wire = wire;
        this.client = new NaverTestClient(wire);
        this.clock = clock;
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Test
    void isWrapped() {
        var body = wire.body(
                client.me(wire.body(client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"))))));

        assertThat(NaverTestClient.text(body, "resultcode")).isEqualTo("00");
        assertThat(NaverTestClient.text(body, "message")).isEqualTo("success");
        assertThat(body.at("/response/id").asString()).hasSizeBetween(20, 64);
        assertThat(body.at("/response/nickname").asString()).isEqualTo("도윤");
        assertThat(body.at("/response/email").asString()).isEqualTo("doyun@example.com");
    }

    @Test
    void hasNoEmailWhereNoneIsSharedOrThereIsNone() {
        wire.turn("naver/people/수아", "{\"on\":[\"email-missing\"]}");
        for (var person : new String[] {"예준", "수아"}) {
            var body = wire.body(client.me(
                    wire.body(client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, person))))));
            assertThat(body.at("/response/email").isMissingNode()).isTrue();
        }
        var unticked = Wire.redirected(client.submits(NaverTestClient.OLD, "name", "도윤", "decision", "consent"));
        var body = wire.body(client.me(wire.body(client.asks(NaverTestClient.codeForm(unticked.get("code"))))));
        assertThat(body.at("/response/email").isMissingNode()).isTrue();
    }

    @Test
    void sharesAnAddressWithSomebodyAtKakao() {
        var body = wire.body(
                client.me(wire.body(client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "하은"))))));

        assertThat(body.at("/response/email").asString()).isEqualTo("same.address@example.com");
    }

    @Test
    void isRefusedWith401OrWith200() {
        var tokens = wire.body(client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"))));

        assertThat(NaverTestClient.text(wire.body(wire.get("/naver/v1/nid/me", Map.of())), "resultcode"))
                .isEqualTo("028");
        assertThat(wire.withToken(HttpMethod.GET, "/naver/v1/nid/me", "never-issued"))
                .hasStatus(401);
        wire.turn("naver", "{\"on\":[\"user-info-refused\"]}");
        assertThat(client.me(tokens)).hasStatus(401).bodyText().contains("\"024\"");
        wire.turn("naver", "{\"on\":[\"user-info-refused-as-200\"]}");
        assertThat(client.me(tokens))
                .hasStatusOk()
                .bodyText()
                .contains("\"024\"")
                .doesNotContain("response");
    }

    @Test
    void endsWithTheToken() {
        var tokens = wire.body(client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"))));
        clock.pass(Duration.ofHours(1));

        assertThat(client.me(tokens)).hasStatus(401);
    }
}
