package io.sarangbang.auth.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.defaults.setup.SetupRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class PublicSiteTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rooms.example.kr",
                "ftp://rooms.example.kr",
                "https://",
                "https://rooms.example.kr/app",
                "https://rooms.example.kr?x",
                "https://me@rooms.example.kr",
                "https://rooms example.kr"
            })
    void whatIsNoOriginIsRefused(String address) {
        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> new PublicSite(address))
                .withMessageStartingWith("PUBLIC_URL must be");
    }

    @Test
    void aSlashAtTheEndDoesNotMatter() {
        assertThat(new PublicSite("https://rooms.example.kr/").at("/r")).isEqualTo("https://rooms.example.kr/r");
    }

    @Test
    void onlyUnderHttpsCookiesAreSecureAndPrefixed() {
        assertThat(cookie("http://localhost:8080", AuthCookie.ACCESS))
                .startsWith("sb_access=v;")
                .doesNotContain("Secure");
        assertThat(cookie("http://localhost:8080", AuthCookie.REFRESH)).startsWith("sb_refresh=v; Path=/api/auth;");
        assertThat(cookie("https://rooms.test", AuthCookie.ACCESS))
                .startsWith("__Host-sb_access=v; Path=/;")
                .contains("Secure")
                .doesNotContain("Domain");
    }

    private static String cookie(String site, AuthCookie cookie) {
        var response = new MockHttpServletResponse();
        new SiteCookies(new PublicSite(site)).set(response, cookie, "v", Duration.ofMinutes(1));
        return response.getHeader("Set-Cookie");
    }
}
