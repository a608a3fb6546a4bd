package io.sarangbang.auth.provider;

import io.sarangbang.auth.site.PublicSite;
import io.sarangbang.defaults.setup.Installation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/** The providers that are set up. Each has a redirect address of its own, so no code meant for one reaches another. */
@Component
public final class OfferedProviders implements ClientRegistrationRepository {

    private static final Logger log = LoggerFactory.getLogger(OfferedProviders.class);

    private final List<Offered> offered;

    OfferedProviders(ProviderSettings settings, PublicSite site, Installation installation) {
        this.offered = Arrays.stream(Provider.values())
                .filter(it -> settings.of(it).isConfigured())
                .map(it -> offer(it, settings.of(it), site))
                .toList();
        if (offered.isEmpty()) {
            log.warn("nobody can sign in: neither KAKAO_CLIENT_ID nor NAVER_CLIENT_ID is set");
        }
        offered.forEach(it -> refuseStandIn(it, installation));
    }

    /** In the order in which people see them. */
    public List<Offered> all() {
        return offered;
    }

    public Optional<Offered> find(String id) {
        return offered.stream().filter(it -> it.provider().id().equals(id)).findFirst();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return find(id).map(Offered::registration).orElse(null);
    }

    private static void refuseStandIn(Offered offered, Installation installation) {
        installation.refuseInProduction(
                offered.standIn(),
                "%s_AUTHORIZE_URI and its siblings point to a stand-in, where anybody can be anybody; leave them unset where"
                        .concat(" ENVIRONMENT=production (SIGN_IN=providers).")
                        .formatted(offered.provider().name()));
    }

    private static Offered offer(Provider provider, ProviderClient client, PublicSite site) {
        var endpoints = client.endpoints(provider);
        var registration = ClientRegistration.withRegistrationId(provider.id())
                .clientId(client.clientId())
                .clientSecret(client.clientSecret())
                // Both providers answer HTTP Basic with 401.
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(site.at("/api/auth/callback/" + provider.id()))
                .scope(client.oidc() ? withOpenId(provider) : List.of())
                .authorizationUri(endpoints.authorize())
                .tokenUri(endpoints.token())
                .userInfoUri(endpoints.userInfo())
                .issuerUri(endpoints.issuer())
                .jwkSetUri(endpoints.keys())
                .clientSettings(
                        ClientSettings.builder().requireProofKey(client.pkce()).build())
                .build();
        return new Offered(
                provider,
                client.app(),
                endpoints,
                !endpoints.haveTheHostsOf(provider.real(client.oidc())),
                registration);
    }

    /** Whoever names a scope to Kakao gets no other, while Naver's console decides what is told. */
    private static List<String> withOpenId(Provider provider) {
        return switch (provider) {
            case KAKAO ->
                Stream.concat(Stream.of(OidcScopes.OPENID), Offered.KAKAO_ITEMS.stream())
                        .toList();
            case NAVER -> List.of(OidcScopes.OPENID);
        };
    }
}
