package io.sarangbang.auth.provider;

import java.util.Locale;

/** The sign-in providers, in the order in which people are offered them. */
public enum Provider {
    KAKAO(new Endpoints(
            "https://kauth.kakao.com/oauth/authorize",
            "https://kauth.kakao.com/oauth/token",
            // Without the parameter the picture's address is http, which a page served over https can't show.
            "https://kapi.kakao.com/v2/user/me?secure_resource=true")),
    NAVER(new Endpoints(
            "https://nid.naver.com/oauth2.0/authorize",
            "https://nid.naver.com/oauth2.0/token",
            "https://openapi.naver.com/v1/nid/me"));

    private final Endpoints real;

    Provider(Endpoints real) {
        this.real = real;
    }

    /** The provider's name in addresses and tokens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Endpoints real() {
        return real;
    }
}
