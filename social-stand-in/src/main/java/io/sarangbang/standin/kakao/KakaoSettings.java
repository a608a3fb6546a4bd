package io.sarangbang.standin.kakao;

import io.sarangbang.standin.grants.Client;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one application registered at the stand-in for Kakao.
 *
 * @param clientId its REST API key
 * @param clientSecret the secret of the same key
 * @param redirectUris the redirect URIs of the same key
 * @param logoutRedirectUris where {@code /oauth/logout} may lead
 * @param adminKey the admin key for calls without a person, refused where none is set
 */
@ConfigurationProperties("stand-in.kakao")
record KakaoSettings(
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable List<String> redirectUris,
        @Nullable List<String> logoutRedirectUris,
        @Nullable String adminKey) {

    KakaoSettings {
        Client.registered("KAKAO", clientId, clientSecret, redirectUris);
    }

    Client client() {
        return Client.registered("KAKAO", clientId, clientSecret, redirectUris);
    }

    boolean allowsLogoutTo(@Nullable String address) {
        return address != null && logoutRedirectUris != null && logoutRedirectUris.contains(address);
    }

    boolean knowsAdmin(@Nullable String authorization) {
        return authorization != null
                && adminKey != null
                && !adminKey.isBlank()
                && MessageDigest.isEqual(
                        ("KakaoAK " + adminKey).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "KakaoSettings[" + clientId + "]";
    }
}
