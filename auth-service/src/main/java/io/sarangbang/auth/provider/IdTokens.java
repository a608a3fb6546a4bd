package io.sarangbang.auth.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Verifies ID tokens: RS256 by a key that the provider publishes, and its issuer, audience, authorized party and times.
 * Spring Security does that and compares the nonce; from here come the algorithm, the clock, and keys that are fetched for
 * so long, so much, and again when one signs that was not there before.
 */
@Component
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private static final Duration KEYS_HOLD = Duration.ofMinutes(5);

    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final ProviderHttp http;
    private final ProviderSettings settings;
    private final Clock clock;

    IdTokens(ProviderHttp http, ProviderSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoders.computeIfAbsent(registration.getRegistrationId(), _ -> decoder(registration));
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(registration)));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // the validator's part
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        var validator = new OidcIdTokenValidator(registration);
        validator.setClock(clock);
        decoder.setJwtValidator(validator);
        return token -> decode(decoder, token);
    }

    private static Jwt decode(JwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (JwtValidationException e) {
            throw SignInFault.FAILED.because("the ID token does not hold: wrong " + wrongClaims(e), e);
        } catch (JwtException e) {
            throw e.getCause() instanceof KeySourceException
                    ? SignInFault.UNAVAILABLE.because("the keys that ID tokens are signed with can't be read", e)
                    : SignInFault.FAILED.because("the ID token's form, algorithm or signature does not hold", e);
        }
    }

    /** The names of the claims alone: the message has their values too. */
    private static String wrongClaims(JwtValidationException e) {
        var told = String.valueOf(e.getErrors().iterator().next().getDescription());
        return Stream.of("iss", "aud", "azp", "sub", "exp", "iat")
                .filter(it -> told.contains("{" + it + "=") || told.contains(" " + it + "="))
                .collect(Collectors.joining(", "));
    }

    /** Asked again at once for a key that is missing: only the provider's own answers get here, so nobody can drive that. */
    private JWKSource<SecurityContext> keys(ClientRegistration registration) {
        try {
            var address =
                    Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
            return JWKSourceBuilder.<SecurityContext>create(URI.create(address).toURL(), url -> fetch(url.toString()))
                    .cache(KEYS_HOLD.toMillis(), settings.answerTimeout().toMillis() * 2)
                    .refreshAheadCache(false)
                    .rateLimited(false)
                    .retrying(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("was checked at the start", e);
        }
    }

    private Resource fetch(String address) throws IOException {
        try {
            return new Resource(http.get(address).body().toString(), "application/json");
        } catch (OAuth2AuthenticationException e) {
            throw new IOException(e.getError().getDescription(), e);
        }
    }
}
