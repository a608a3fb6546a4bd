package io.sarangbang.auth.signin;

import static java.util.Objects.requireNonNull;

import io.sarangbang.auth.provider.OfferedProviders;
import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.auth.secret.SealedBox;
import io.sarangbang.auth.site.AuthCookie;
import io.sarangbang.auth.site.SiteCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps pending sign-ins in the browser that began them, sealed, instead of in a server's session: any replica takes the
 * callback, and a restart in between loses nobody.
 */
@Component
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String RETURN_TO = "returnTo";
    static final String REPLACES = "replaces";

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String CONTEXT = "pending sign-in";
    private static final String OPENED = PendingSignIn.class.getName();
    private static final int LONGEST = 4096;

    private final SealedBox box;
    private final SiteCookies cookies;
    private final OfferedProviders providers;
    private final JsonMapper json;
    private final Clock clock;

    PendingSignIns(AuthSecret secret, SiteCookies cookies, OfferedProviders providers, JsonMapper json, Clock clock) {
        this.box = secret.box(CONTEXT);
        this.cookies = cookies;
        this.providers = providers;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest started, HttpServletRequest request, HttpServletResponse response) {
        if (started == null) {
            cookies.delete(response, AuthCookie.SIGN_IN);
            return;
        }
        var pending = new PendingSignIn(
                requireNonNull(started.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID)),
                requireNonNull(started.getState()),
                started.getAttribute(PkceParameterNames.CODE_VERIFIER),
                requireNonNull(started.<String>getAttribute(RETURN_TO)),
                started.getAttribute(REPLACES),
                clock.instant().plus(LIFE));
        cookies.set(response, AuthCookie.SIGN_IN, seal(pending), LIFE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return read(request)
                .filter(it -> belongsTo(request, it))
                .map(this::restore)
                .orElse(null);
    }

    /** Whatever becomes of the callback, it was this sign-in's only one. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        read(request).ifPresent(it -> request.setAttribute(OPENED, it));
        return loadAuthorizationRequest(request);
    }

    /** The sign-in that this callback opened; also one that turned out too old or somebody else's. */
    static Optional<PendingSignIn> opened(HttpServletRequest request) {
        return Optional.ofNullable((PendingSignIn) request.getAttribute(OPENED));
    }

    private boolean belongsTo(HttpServletRequest request, PendingSignIn pending) {
        return request.getRequestURI().endsWith("/" + pending.provider())
                && clock.instant().isBefore(pending.expiresAt())
                && same(pending.state(), request.getParameter(OAuth2ParameterNames.STATE));
    }

    private static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable OAuth2AuthorizationRequest restore(PendingSignIn pending) {
        var registration = providers.findByRegistrationId(pending.provider());
        return registration == null ? null : restore(pending, registration);
    }

    private static OAuth2AuthorizationRequest restore(PendingSignIn pending, ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .state(pending.state())
                .attributes(it -> {
                    it.put(OAuth2ParameterNames.REGISTRATION_ID, pending.provider());
                    if (pending.verifier() != null) {
                        it.put(PkceParameterNames.CODE_VERIFIER, pending.verifier());
                    }
                })
                .build();
    }

    private String seal(PendingSignIn pending) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(box.seal(json.writeValueAsBytes(pending), CONTEXT));
    }

    private Optional<PendingSignIn> read(HttpServletRequest request) {
        return cookies.read(request, AuthCookie.SIGN_IN)
                .filter(it -> it.length() <= LONGEST)
                .flatMap(PendingSignIns::decode)
                .flatMap(it -> box.open(it, CONTEXT))
                .flatMap(this::parse);
    }

    private static Optional<byte[]> decode(String value) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What opened was sealed here, but perhaps by another version of this service. */
    private Optional<PendingSignIn> parse(byte[] content) {
        try {
            return Optional.of(json.readValue(content, PendingSignIn.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
