package io.sarangbang.gateway.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class SessionCookiesTests {

    @Test
    void underHttpsACookieThatASiblingDomainMayHavePlantedIsIgnored() {
        var request = MockServerHttpRequest.get("/")
                .cookie(new HttpCookie("sb_access", "planted"))
                .build();

        assertThat(new SessionCookies(true).accessToken(request)).isNull();
        assertThat(new SessionCookies(false).accessToken(request)).isEqualTo("planted");
    }

    @Test
    void thePrefixedCookieComesFirst() {
        var request = MockServerHttpRequest.get("/")
                .cookie(new HttpCookie("sb_access", "plain"), new HttpCookie("__Host-sb_access", "prefixed"))
                .build();

        assertThat(new SessionCookies(false).accessToken(request)).isEqualTo("prefixed");
    }
}
