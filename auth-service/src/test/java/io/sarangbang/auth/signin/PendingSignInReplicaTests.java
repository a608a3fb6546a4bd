package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.RunningService;
import io.sarangbang.auth.once.Once;
import io.sarangbang.auth.provider.OfferedProviders;
import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.auth.site.SiteCookies;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import tools.jackson.databind.json.JsonMapper;

/** What one replica sealed another opens, if it has the same secret; nothing else ties them together. */
class PendingSignInReplicaTests extends RunningService {

    @Autowired
    private AuthSecret secret;

    @Autowired
    private SiteCookies cookies;

    @Autowired
    private OfferedProviders providers;

    @Autowired
    private SignInStart start;

    @Autowired
    private Once once;

    @Autowired
    private JsonMapper json;

    @Test
    void anyReplicaTakesTheCallback() {
        var started = start.resolve(request("/api/auth/sign-in/kakao"), "kakao");
        var resumed = resumed(started, replica(new AuthSecret(secret.value())));

        assertThat(resumed.getState()).isEqualTo(started.getState());
        assertThat(resumed.getRedirectUri()).isEqualTo(started.getRedirectUri());
        assertThat(resumed.<String>getAttribute(PkceParameterNames.CODE_VERIFIER))
                .isNotBlank()
                .isEqualTo(started.getAttribute(PkceParameterNames.CODE_VERIFIER));
    }

    @Test
    void withAnotherSecretItStaysClosed() {
        var started = start.resolve(request("/api/auth/sign-in/kakao"), "kakao");

        assertThat(resumed(started, replica(new AuthSecret("another, Xq3vN8rT1xK6wB9yM4cJ7hL2p"))))
                .isNull();
    }

    private OAuth2AuthorizationRequest resumed(OAuth2AuthorizationRequest started, PendingSignIns elsewhere) {
        var answer = new MockHttpServletResponse();
        replica(secret).saveAuthorizationRequest(started, request("/api/auth/sign-in/kakao"), answer);
        var header = answer.getHeader("Set-Cookie");
        var callback = request("/api/auth/callback/kakao");
        callback.setCookies(new Cookie(
                header.substring(0, header.indexOf('=')),
                header.substring(header.indexOf('=') + 1, header.indexOf(';'))));
        callback.setParameter("state", started.getState());
        return elsewhere.removeAuthorizationRequest(callback, new MockHttpServletResponse());
    }

    private PendingSignIns replica(AuthSecret secret) {
        var sealed = new PendingCookies(secret, cookies, json, Clock.systemUTC());
        return new PendingSignIns(sealed, providers, once, Clock.systemUTC());
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}
