package io.sarangbang.standin.kakao;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import io.sarangbang.standin.notices.Recipient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@StandInTest
class KakaoUnlinkTests {

    private static final String PATH = "/knobs/kakao/unlink-notices";

    private final Wire wire;
    private final KakaoTestClient client;

    @Autowired
    KakaoUnlinkTests(Wire wire) {
        this.wire = wire;
        this.client = new KakaoTestClient(wire);
    }

    @Test
    void whoUnlinksIsForgottenAndTheClientIsTold() throws IOException {
        var tokens = client.tokensOf("민준");
        var number = wire.body(client.readsMe(tokens)).get("id").asString();
        try (var recipient = new Recipient(200)) {
            var receipt = wire.postJson(PATH, "{\"name\":\"민준\",\"to\":\"" + recipient.address() + "\"}");

            assertThat(wire.body(receipt).get("status").asInt()).isEqualTo(200);
            var notice = recipient.notice();
            assertThat(notice.authorization()).isEqualTo("KakaoAK admin-key");
            assertThat(notice.form())
                    .containsEntry("user_id", number)
                    .containsEntry("referrer_type", "UNLINK_FROM_APPS")
                    .containsKey("app_id");
        }
        assertThat(client.readsMe(tokens)).hasStatus(401);
    }

    @Test
    void whatTheClientToldCanBeSeen() {
        client.tokensOf("하준");
        assertThat(linked("하준")).isTrue();
        var number = wire.body(client.readsMe(client.tokensOf("하준"))).get("id").asString();

        var unlinked = wire.post(
                "/kakao/v1/user/unlink",
                Map.of("target_id_type", "user_id", "target_id", number),
                "Authorization",
                "KakaoAK admin-key");

        assertThat(unlinked).hasStatusOk();
        assertThat(linked("하준")).isFalse();
        assertThat(linked("nobody")).isFalse();
    }

    @Test
    void endingALinkCanFailToo() {
        wire.turn("kakao", "{\"on\":[\"unavailable\"],\"at\":[\"unlink\"]}");
        try {
            assertThat(wire.post("/kakao/v1/user/unlink", Map.of(), "Authorization", "KakaoAK admin-key"))
                    .hasStatus(503);
        } finally {
            wire.resetKnobs();
        }
    }

    private boolean linked(String name) {
        return wire.body(wire.get("/knobs/kakao/people/" + name, Map.of()))
                .get("linked")
                .asBoolean();
    }

    @Test
    void aForgedNoticeHasAnotherKeyAndUnlinksNobody() throws IOException {
        var tokens = client.tokensOf("민준");
        try (var recipient = new Recipient(401)) {
            var receipt = wire.postJson(
                    PATH, "{\"name\":\"민준\",\"to\":\"" + recipient.address() + "\",\"fault\":\"forged\"}");

            assertThat(wire.body(receipt).get("status").asInt()).isEqualTo(401);
            assertThat(recipient.notice().authorization())
                    .startsWith("KakaoAK ")
                    .isNotEqualTo("KakaoAK admin-key");
        }
        assertThat(client.readsMe(tokens)).hasStatusOk();
    }

    @Test
    void aNoticeCanBeAboutAStranger() throws IOException {
        var number = wire.body(client.readsMe(client.tokensOf("민준"))).get("id").asString();
        try (var recipient = new Recipient(200)) {
            wire.postJson(
                    PATH, "{\"name\":\"민준\",\"to\":\"" + recipient.address() + "\",\"fault\":\"unknown-person\"}");

            assertThat(recipient.notice().form().get("user_id")).isNotEqualTo(number);
        }
    }

    @Test
    void aClientThatDoesNotAnswerIsSaidSo() {
        assertThat(wire.postJson(PATH, "{\"name\":\"민준\",\"to\":\"http://127.0.0.1:1/\"}"))
                .hasStatus(502);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"민준\"}",
                "{\"name\":\"민준\",\"to\":\"/relative\"}",
                "{\"name\":\" \",\"to\":\"http://a/\"}"
            })
    void aNoticeNeedsAPersonAndAnAddress(String body) {
        assertThat(wire.postJson(PATH, body)).hasStatus(400);
    }
}
