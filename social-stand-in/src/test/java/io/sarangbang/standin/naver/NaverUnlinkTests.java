package io.sarangbang.standin.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import io.sarangbang.standin.notices.Recipient;
import io.sarangbang.standin.notices.Recipient.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads notices as a client would, with code of its own. */
@StandInTest
class NaverUnlinkTests {

    private final Wire wire;
    private final Clock clock;

    @Autowired
    NaverUnlinkTests(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    @Test
    void aNoticeIsSignedAndItsSubjectEncrypted() throws Exception {
        var notice = sent("");

        assertThat(signature(notice)).isEqualTo(notice.form().get("signature"));
        assertThat(subject(notice)).hasSize(43).isEqualTo(subject(sent("")));
        assertThat(age(notice)).isLessThan(Duration.ofMinutes(1));
        assertThat(notice.form()).containsEntry("clientId", "naver-id").hasSize(4);
    }

    @Test
    void aForgedNoticeDoesNotVerify() throws Exception {
        var notice = sent(",\"fault\":\"forged\"");

        assertThat(signature(notice)).isNotEqualTo(notice.form().get("signature"));
    }

    @Test
    void anOldNoticeVerifiesButIsOld() throws Exception {
        var notice = sent(",\"fault\":\"old\"");

        assertThat(signature(notice)).isEqualTo(notice.form().get("signature"));
        assertThat(age(notice)).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void aNoticeThatIsPlayedAgainIsTheSame() throws Exception {
        try (var recipient = new Recipient(204)) {
            wire.postJson(
                    "/knobs/naver/unlink-notices",
                    "{\"name\":\"도윤\",\"to\":\"" + recipient.address() + "\",\"fault\":\"replayed\"}");

            assertThat(recipient.notice()).isEqualTo(recipient.notice());
        }
    }

    @Test
    void whoseTokensAreDeletedIsLinkedNoMore() {
        var client = new NaverTestClient(wire);
        var tokens = wire.body(client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "수아"))));
        assertThat(linked("수아")).isTrue();

        client.asks(NaverTestClient.form("delete", "access_token", NaverTestClient.text(tokens, "access_token")));

        assertThat(linked("수아")).isFalse();
    }

    private boolean linked(String name) {
        return wire.body(wire.get("/knobs/naver/people/" + name, java.util.Map.of()))
                .get("linked")
                .asBoolean();
    }

    @Test
    void aNoticeCanBeAboutAStranger() throws Exception {
        assertThat(subject(sent(",\"fault\":\"unknown-person\""))).isNotEqualTo(subject(sent("")));
    }

    private Notice sent(String more) throws IOException {
        try (var recipient = new Recipient(204)) {
            var receipt = wire.postJson(
                    "/knobs/naver/unlink-notices",
                    "{\"name\":\"도윤\",\"to\":\"" + recipient.address() + "\"" + more + "}");
            assertThat(wire.body(receipt).get("status").asInt()).isEqualTo(204);
            return recipient.notice();
        }
    }

    private Duration age(Notice notice) {
        var sent = java.time.Instant.ofEpochSecond(Long.parseLong(notice.form().get("timestamp")));
        return Duration.between(sent, clock.instant());
    }

    private static String signature(Notice notice) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key(), "HmacSHA256"));
        var text = "clientId=%s&encryptUniqueId=%s&timestamp=%s"
                .formatted(
                        notice.form().get("clientId"),
                        notice.form().get("encryptUniqueId"),
                        notice.form().get("timestamp"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String subject(Notice notice) throws GeneralSecurityException {
        var bytes = Base64.getUrlDecoder().decode(notice.form().get("encryptUniqueId"));
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key(), "AES"), new IvParameterSpec(bytes, 0, 16));
        return new String(cipher.doFinal(Arrays.copyOfRange(bytes, 16, bytes.length)), StandardCharsets.UTF_8);
    }

    private static byte[] key() throws GeneralSecurityException {
        return MessageDigest.getInstance("MD5").digest("naver-secret".getBytes(StandardCharsets.UTF_8));
    }
}
