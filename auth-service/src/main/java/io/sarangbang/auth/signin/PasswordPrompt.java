package io.sarangbang.auth.signin;

import io.sarangbang.auth.provider.Offered;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** How a provider is told to have the person sign in again although it remembers them. */
final class PasswordPrompt {

    private static final Map<String, Object> STANDARD = Map.of("prompt", "login");

    private PasswordPrompt() {}

    static Map<String, Object> of(Offered offered) {
        return switch (offered.provider()) {
            case KAKAO -> STANDARD;
            case NAVER -> naver(offered.registration().getScopes().contains(OidcScopes.OPENID));
        };
    }

    /** Its own word for it, and OpenID Connect's where it speaks that. */
    private static Map<String, Object> naver(boolean openId) {
        var words = new HashMap<String, Object>();
        words.put("auth_type", "reauthenticate");
        if (openId) {
            words.putAll(STANDARD);
        }
        return words;
    }
}
