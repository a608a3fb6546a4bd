package io.sarangbang.auth.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** where nothing is set up to know a provider by, it has no address here to be believed at. */
@TestPropertySource(
        properties = {
            "sarangbang.sign-in.naver.client-id=",
            "sarangbang.sign-in.naver.client-secret=",
            "sarangbang.sign-in.kakao.admin-key="
        })
class WebhooksOffTests extends RunningService {

    @Test
    void noNoticeIsTakenWithoutASecretToKnowItBy() {
        var kakao = "/api/auth/webhooks/kakao/unlink?user_id=33001";
        var browser = signedIn(kakaoPerson("33001"));
        var anybody = browser();

        for (var key : new String[] {"KakaoAK ", "KakaoAK " + ADMIN_KEY}) {
            isProblem(anybody.send("POST", kakao, "Authorization", key), 404, "not-found");
            isProblem(anybody.opens(kakao, "Authorization", key), 404, "not-found");
        }
        isProblem(anybody.send("POST", "/api/auth/webhooks/naver/unlink"), 404, "not-found");
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }
}
