package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "sarangbang.sign-in.naver.client-id=",
            "sarangbang.sign-in.naver.client-secret=",
            "sarangbang.sign-in.kakao.admin-key="
        })
class OneProviderTests extends RunningService {

    @Test
    void whereThereIsOneProviderANewcomerHasTheirAccountAtOnce() {
        var browser = browser();
        var answer = comesBackFrom(browser, "kakao", kakaoPerson("8190"));

        assertThat(Browser.location(answer)).hasToString("/r/kfm-wqtz-hbp");
        assertThat(caller(browser).nickname()).isEqualTo("민지");
    }
}
