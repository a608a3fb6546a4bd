package io.sarangbang.auth.provider;

import io.sarangbang.defaults.setup.SetupRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * This site as a client of one provider.
 *
 * @param appId names the application within which the provider's ids of people are meant; the client id unless set. Who
 *     replaces an application's key sets it to the old client id, and everybody keeps their account.
 * @param adminKey Kakao's, which ends links without a person's token and is what Kakao shows when it tells of one
 * @param oidc whether the provider is asked for an ID token (OpenID Connect)
 * @param pkce whether to send a code challenge (RFC 7636)
 */
record ProviderClient(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String appId,
        @DefaultValue("") String adminKey,
        @DefaultValue("false") boolean oidc,
        @DefaultValue("true") boolean pkce,
        @DefaultValue("") String authorizeUri,
        @DefaultValue("") String tokenUri,
        @DefaultValue("") String userInfoUri,
        @DefaultValue("") String unlinkUri,
        @DefaultValue("") String issuerUri,
        @DefaultValue("") String jwkSetUri) {

    boolean isConfigured() {
        return !clientId.isBlank();
    }

    String app() {
        return appId.isBlank() ? clientId : appId;
    }

    boolean hasAdminKey() {
        return !adminKey.isBlank();
    }

    /** The provider's own, or others, of which none is a mixture. */
    Endpoints endpoints(Provider provider) {
        if (authorizeUri.isBlank()) {
            return provider.real(oidc);
        }
        return new Endpoints(
                authorizeUri,
                tokenUri,
                userInfoUri,
                provider == Provider.KAKAO ? unlinkUri : tokenUri,
                oidc ? issuerUri : null,
                oidc ? jwkSetUri : null);
    }

    void check(Provider provider) {
        var name = provider.name();
        if (clientId.isBlank() != clientSecret.isBlank()) {
            throw new SetupRefused(
                    "%1$s_CLIENT_ID and %1$s_CLIENT_SECRET go together: set both or neither.".formatted(name));
        }
        var all = new ArrayList<>(List.of(authorizeUri, tokenUri, userInfoUri));
        var named = name + "_AUTHORIZE_URI, _TOKEN_URI, _USER_INFO_URI";
        if (provider == Provider.KAKAO) {
            all.add(unlinkUri);
            named += ", _UNLINK_URI";
        }
        if (oidc) {
            all.addAll(List.of(issuerUri, jwkSetUri));
            named += ", _ISSUER_URI, _JWK_SET_URI";
        }
        if (!all.stream().allMatch(String::isBlank) && !all.stream().allMatch(ProviderClient::isWebAddress)) {
            throw new SetupRefused(named + " go together: set all to http or https addresses, or none of them.");
        }
    }

    private static boolean isWebAddress(String address) {
        try {
            var uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ProviderClient[" + clientId + "]";
    }
}
