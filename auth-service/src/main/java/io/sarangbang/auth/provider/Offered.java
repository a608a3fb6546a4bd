package io.sarangbang.auth.provider;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** A provider that people can sign in with here. */
public record Offered(
        Provider provider, String app, Endpoints endpoints, boolean standIn, ClientRegistration registration) {

    /** What is worth knowing about a person, as Kakao's consent items are called. */
    static final List<String> KAKAO_ITEMS = List.of("profile_nickname", "profile_image");

    /** Whether the provider vouches with an ID token. */
    public boolean isOidc() {
        return registration.getScopes().contains(OidcScopes.OPENID);
    }

    /**
     * What has the provider ask the person once more for what they did not consent to. Kakao knows no {@code prompt} for
     * that: it asks for those items named in {@code scope} that are missing. Naver has a word of its own.
     */
    public Map<String, Object> consentAgain() {
        return switch (provider) {
            case KAKAO -> Map.of("scope", kakaoScope());
            case NAVER -> Map.of("auth_type", "reprompt");
        };
    }

    /** The parameters of every request: Kakao wants its scopes separated by comma. */
    public Map<String, Object> usually() {
        return provider == Provider.KAKAO && isOidc() ? Map.of("scope", kakaoScope()) : Map.of();
    }

    private String kakaoScope() {
        var items = String.join(",", KAKAO_ITEMS);
        return isOidc() ? OidcScopes.OPENID + "," + items : items;
    }
}
