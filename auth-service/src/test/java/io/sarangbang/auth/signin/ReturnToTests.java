package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/r/kfm-wqtz-hbp",
                "/r/kfm-wqtz-hbp?from=kakao&x=%EB%B0%A9",
                "/settings#profile",
                "/a.b/c~d",
                "/apiary",
                "/r/a%20b"
            })
    void aPageOfThisSiteIsFollowed(String page) {
        assertThat(ReturnTo.safe(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "r/abc",
                "https://evil.test/",
                "HTTPS:evil.test",
                "javascript:alert(1)",
                "//evil.test",
                "///evil.test",
                "/\\evil.test",
                "\\\\evil.test",
                "/\\/evil.test",
                "/%2Fevil.test",
                "/%2f%2fevil.test",
                "/%5Cevil.test",
                "/%252Fevil.test",
                "/a//evil.test",
                "/./evil",
                "/..//evil.test",
                "/a/../..//evil.test",
                "/%2e%2e/evil",
                "/\tevil",
                "/\r\nSet-Cookie: a=b",
                "/%0d%0aSet-Cookie:%20a=b",
                "/%00",
                "/\u0000",
                "/%",
                "/%zz",
                " /r/abc",
                "/r/방",
                "/r/\u202Eabc",
                "/r/a b",
                "/r/<script>",
                "/api/auth/sign-in/kakao",
                "/api",
                "/sign-in?problem=sign-in-failed",
                "/.well-known/jwks.json",
                "/openvidu",
                "@evil.test",
                "/@evil.test//"
            })
    void anythingElseLeadsHome(String elsewhere) {
        assertThat(ReturnTo.safe(elsewhere)).isEqualTo("/");
    }

    @Test
    void whatIsTooLongLeadsHome() {
        assertThat(ReturnTo.safe("/" + "a".repeat(512))).isEqualTo("/");
    }
}
