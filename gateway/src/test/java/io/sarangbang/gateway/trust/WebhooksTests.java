package io.sarangbang.gateway.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Tokens;
import io.sarangbang.gateway.stage.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers report by themselves gets through with what it proves itself by, and with nothing else. */
class WebhooksTests extends OnStage {

    private static final String KAKAO = "/api/auth/webhooks/kakao/unlink";
    private static final String KEY = "Authorization: KakaoAK 0123456789abcdef";

    @Test
    void kakaosKeyReachesAuthServiceByEitherMethod() {
        var got = wire.get(KAKAO + "?app_id=1&user_id=2", KEY);
        var posted = wire.post(KAKAO, "user_id=2", KEY, "Content-Type: application/x-www-form-urlencoded");

        assertThat(seen(got, "authorization")).isEqualTo("KakaoAK 0123456789abcdef");
        assertThat(got.json().get("uri").asString()).isEqualTo(KAKAO + "?app_id=1&user_id=2");
        assertThat(seen(posted, "authorization")).isEqualTo("KakaoAK 0123456789abcdef");
        assertThat(posted.json().get("body").asString()).isEqualTo("user_id=2");
    }

    @Test
    void naversNoticeIsPassedOnAsItCame() {
        var answer = wire.post(
                "/api/auth/webhooks/naver/unlink",
                "clientId=a&signature=b",
                "Content-Type: application/x-www-form-urlencoded");

        assertThat(answer.json().get("body").asString()).isEqualTo("clientId=a&signature=b");
        assertThat(seen(answer, "authorization")).isNull();
    }

    @Test
    void cookiesAreDroppedAndSoNeedNoProofOfOrigin() {
        var answer =
                wire.post(KAKAO, "", KEY, "Cookie: sb_access=" + Tokens.good() + "; sb_refresh=r; sb_proof=p; theme=x");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(seen(answer, "cookie")).isNull();
        assertThat(seen(answer, "authorization")).isEqualTo("KakaoAK 0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer nonsense", "KakaoAKx 1", "Digest a", "KakaoAK"})
    void anotherKindOfAuthorizationIsDropped(String value) {
        assertThat(seen(wire.get(KAKAO, "Authorization: " + value), "authorization"))
                .isNull();
        assertThat(seen(wire.get(KAKAO, bearer()), "authorization")).isNull();
        assertThat(seen(wire.get(KAKAO, KEY, KEY), "authorization")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/auth/session", "/api/auth/webhooks", "/api/auth/webhooksx/kakao", "/api/auth/x/webhooks/y"
            })
    void kakaosKeyGetsNowhereElse(String path) {
        assertThat(seen(wire.get(path, KEY), "authorization")).isNull();
    }

    @Test
    void elsewhereCookiesAreGuardedWhateverTheAuthorizationSays() {
        assertThat(wire.post("/api/auth/refresh", "", KEY, "Cookie: sb_refresh=r")
                        .problem())
                .isEqualTo("/problems/cross-site-request 403");
        assertThat(wire.get("/api/rooms", KEY).problem()).isEqualTo("/problems/not-signed-in 401");
    }

    @Test
    void headersThatNameSomebodyAreForgedHereToo() {
        var answer = wire.post(KAKAO, "", KEY, "X-User-Id: 1", "X-Forwarded-For: 203.0.113.9");

        assertThat(seen(answer, "x-user-id")).isNull();
        assertThat(seen(answer, "x-forwarded-for")).isEqualTo("127.0.0.1");
    }

    private static String seen(Answer answer, String header) {
        var values = answer.json().get("headers").get(header);
        return values == null ? null : values.get(0).asString();
    }
}
