package io.sarangbang.auth.provider;

import java.util.Locale;

/** The sign-in providers, in the order in which people are offered them. */
public enum Provider {
    KAKAO,
    NAVER;

    /** The provider's name in addresses and tokens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Endpoints real(boolean oidc) {
        return switch (this) {
            case KAKAO -> kakao(oidc);
            // Two stacks of one provider: what one has issued, the other does not know.
            case NAVER -> oidc ? naverOidc() : naver();
        };
    }

    private static Endpoints kakao(boolean oidc) {
        return new Endpoints(
                "https://kauth.kakao.com/oauth/authorize",
                "https://kauth.kakao.com/oauth/token",
                // Without the parameter the picture's address is http, which a page served over https can't show.
                "https://kapi.kakao.com/v2/user/me?secure_resource=true",
                "https://kapi.kakao.com/v1/user/unlink",
                oidc ? "https://kauth.kakao.com" : null,
                oidc ? "https://kauth.kakao.com/.well-known/jwks.json" : null);
    }

    private static Endpoints naver() {
        var token = "https://nid.naver.com/oauth2.0/token";
        return new Endpoints(
                "https://nid.naver.com/oauth2.0/authorize",
                token,
                "https://openapi.naver.com/v1/nid/me",
                token,
                null,
                null);
    }

    private static Endpoints naverOidc() {
        var token = "https://nid.naver.com/oauth2/token";
        return new Endpoints(
                "https://nid.naver.com/oauth2/authorize",
                token,
                "https://openapi.naver.com/v1/nid/me",
                token,
                "https://nid.naver.com",
                "https://nid.naver.com/oauth2/jwks");
    }
}
