package io.sarangbang.auth.signin;

import static java.util.Objects.requireNonNull;

import io.sarangbang.auth.provider.Offered;
import io.sarangbang.auth.provider.OfferedProviders;
import io.sarangbang.auth.session.SessionCookies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/** Begins a sign-in: the standard's request (state of 256 bits, PKCE), and with it what it is for. */
@Component
class SignInStart implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver standard;
    private final OfferedProviders providers;
    private final SessionCookies cookies;

    SignInStart(OfferedProviders providers, SessionCookies cookies) {
        this.standard = new DefaultOAuth2AuthorizationRequestResolver(providers, "/api/auth/sign-in");
        this.providers = providers;
        this.cookies = cookies;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return toSignIn(standard.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        return toSignIn(standard.resolve(request, provider), request);
    }

    /** For a purpose of somebody who is signed in. */
    OAuth2AuthorizationRequest begin(HttpServletRequest request, Offered offered, Intent intent) {
        var started =
                requireNonNull(standard.resolve(request, offered.provider().id()));
        return with(
                started, offered, intent, intent.purpose() == Purpose.CONFIRM ? PasswordPrompt.of(offered) : Map.of());
    }

    private @Nullable OAuth2AuthorizationRequest toSignIn(
            @Nullable OAuth2AuthorizationRequest started, HttpServletRequest request) {
        if (started == null) {
            return null;
        }
        var held = cookies.refreshToken(request).filter(it -> it.length() < 100).orElse(null);
        var offered = offered(started);
        var more = "true".equals(request.getParameter("again")) ? offered.consentAgain() : Map.<String, Object>of();
        return with(started, offered, Intent.toSignIn(ReturnTo.safe(request.getParameter("returnTo")), held), more);
    }

    private Offered offered(OAuth2AuthorizationRequest started) {
        return providers
                .find(requireNonNull(started.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID)))
                .orElseThrow();
    }

    private static OAuth2AuthorizationRequest with(
            OAuth2AuthorizationRequest started, Offered offered, Intent intent, Map<String, Object> more) {
        return OAuth2AuthorizationRequest.from(started)
                .parameters(it -> {
                    it.putAll(offered.usually());
                    it.putAll(more);
                })
                .attributes(it -> it.put(PendingSignIns.INTENT, intent))
                .build();
    }
}
