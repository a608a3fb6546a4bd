package io.sarangbang.auth.signin;

import io.sarangbang.auth.provider.OfferedProviders;
import io.sarangbang.auth.session.SessionCookies;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Begins a sign-in: the standard's request (state of 256 bits, PKCE), and with it where the person wants to go. */
@Component
class SignInStart implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver standard;
    private final SessionCookies cookies;

    SignInStart(OfferedProviders providers, SessionCookies cookies) {
        this.standard = new DefaultOAuth2AuthorizationRequestResolver(providers, "/api/auth/sign-in");
        this.cookies = cookies;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return remember(standard.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        return remember(standard.resolve(request, provider), request);
    }

    private @Nullable OAuth2AuthorizationRequest remember(
            @Nullable OAuth2AuthorizationRequest started, HttpServletRequest request) {
        return started == null
                ? null
                : OAuth2AuthorizationRequest.from(started)
                        .attributes(it -> {
                            it.put(PendingSignIns.RETURN_TO, ReturnTo.safe(request.getParameter("returnTo")));
                            cookies.refreshToken(request)
                                    .filter(token -> token.length() < 100)
                                    .ifPresent(token -> it.put(PendingSignIns.REPLACES, token));
                        })
                        .build();
    }
}
