package io.sarangbang.auth.signin;

import static java.util.Objects.requireNonNull;

import io.sarangbang.auth.once.Once;
import io.sarangbang.auth.provider.OfferedProviders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps pending sign-ins in the browser that began them, sealed, instead of in a server's session: any replica takes the
 * callback, and a restart in between loses nobody. That each counts once is the database's to say: a browser can be made to
 * keep a cookie that it was told to delete.
 */
@Component
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String INTENT = "intent";

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String OPENED = PendingSignIn.class.getName();

    private final PendingCookies cookies;
    private final OfferedProviders providers;
    private final Once once;
    private final Clock clock;

    PendingSignIns(PendingCookies cookies, OfferedProviders providers, Once once, Clock clock) {
        this.cookies = cookies;
        this.providers = providers;
        this.once = once;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest started, HttpServletRequest request, HttpServletResponse response) {
        if (started == null) {
            return; // a cookie ends with its callback, or by itself
        }
        var pending = new PendingSignIn(
                requireNonNull(started.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID)),
                requireNonNull(started.getState()),
                started.getAttribute(PkceParameterNames.CODE_VERIFIER),
                started.getAttribute(OidcParameterNames.NONCE),
                requireNonNull(started.<Intent>getAttribute(INTENT)),
                clock.instant().plus(LIFE));
        cookies.add(request, response, pending, LIFE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return find(request)
                .filter(it -> belongsTo(request, it))
                .map(this::restore)
                .orElse(null);
    }

    /** Whatever becomes of the callback, it was this sign-in's only one. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var pending = find(request);
        pending.ifPresent(it -> {
            request.setAttribute(OPENED, it);
            cookies.delete(response, it.state());
        });
        return pending.filter(it -> belongsTo(request, it) && isFirstCallback(it))
                .map(this::restore)
                .orElse(null);
    }

    /** The sign-in that this callback opened; also one that turned out too old, or another provider's. */
    static Optional<PendingSignIn> opened(HttpServletRequest request) {
        return Optional.ofNullable((PendingSignIn) request.getAttribute(OPENED));
    }

    private Optional<PendingSignIn> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(OAuth2ParameterNames.STATE))
                .flatMap(it -> cookies.find(request, it));
    }

    /** When a sign-in was begun. */
    static Instant begun(PendingSignIn pending) {
        return pending.expiresAt().minus(LIFE);
    }

    private boolean belongsTo(HttpServletRequest request, PendingSignIn pending) {
        return request.getRequestURI().endsWith("/" + pending.provider())
                && clock.instant().isBefore(pending.expiresAt());
    }

    private boolean isFirstCallback(PendingSignIn pending) {
        try {
            return once.first("sign-in state", pending.state().getBytes(StandardCharsets.UTF_8), pending.expiresAt());
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("no telling whether the state was used", e);
        }
    }

    private @Nullable OAuth2AuthorizationRequest restore(PendingSignIn pending) {
        var registration = providers.findByRegistrationId(pending.provider());
        // Begun before OpenID Connect was switched on, it has no nonce, and without one nothing ties the ID token to
        // it.
        return registration == null || lacksNonce(pending, registration) ? null : restore(pending, registration);
    }

    private static boolean lacksNonce(PendingSignIn pending, ClientRegistration registration) {
        return pending.nonce() == null && registration.getScopes().contains(OidcScopes.OPENID);
    }

    private static OAuth2AuthorizationRequest restore(PendingSignIn pending, ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .state(pending.state())
                .scopes(registration.getScopes())
                .attributes(it -> {
                    it.put(OAuth2ParameterNames.REGISTRATION_ID, pending.provider());
                    if (pending.verifier() != null) {
                        it.put(PkceParameterNames.CODE_VERIFIER, pending.verifier());
                    }
                    if (pending.nonce() != null) {
                        it.put(OidcParameterNames.NONCE, pending.nonce());
                    }
                })
                .build();
    }
}
