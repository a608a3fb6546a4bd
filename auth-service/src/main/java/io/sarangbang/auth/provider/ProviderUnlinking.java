package io.sarangbang.auth.provider;

import io.sarangbang.auth.farewell.Unlinking;
import io.sarangbang.auth.farewell.Unlinking.Outcome.Gone;
import io.sarangbang.auth.farewell.Unlinking.Outcome.Never;
import io.sarangbang.auth.farewell.Unlinking.Outcome.NotYet;
import io.sarangbang.auth.provider.ProviderHttp.Answer;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Ends links at the providers. Kakao takes its admin key for that, and where the operator has not set it, an access token of
 * the person's; Naver takes a token only. Such tokens are had for a refresh token, which is why one may be kept.
 */
@Component
class ProviderUnlinking implements Unlinking {

    private static final int KAKAO_NOT_LINKED = -101;
    private static final int KAKAO_NO_ACCOUNT = -103;

    private final ProviderHttp http;
    private final OfferedProviders providers;
    private final ProviderSettings settings;

    ProviderUnlinking(ProviderHttp http, OfferedProviders providers, ProviderSettings settings) {
        this.http = http;
        this.providers = providers;
        this.settings = settings;
    }

    /** Whether the end of a link there can't be told without a token of the person's. */
    boolean needsToken(Offered offered) {
        return offered.provider() == Provider.NAVER || !settings.kakao().hasAdminKey();
    }

    @Override
    public Outcome unlink(EndedIdentity identity) {
        var offered = providers.find(identity.provider());
        if (offered.isEmpty()) {
            return new NotYet(
                    "it is not set up any more; set its client id and secret for as long as there are farewells");
        }
        if (!offered.get().app().equals(identity.app())) {
            // The same subject may be somebody else in the application that is set up now.
            return new Never("the identity belongs to another application than the one that is set up");
        }
        try {
            return switch (offered.get().provider()) {
                case KAKAO -> kakao(offered.get(), identity);
                case NAVER -> naver(offered.get(), identity);
            };
        } catch (OAuth2AuthenticationException e) {
            return new NotYet(String.valueOf(e.getError().getDescription()));
        }
    }

    private Outcome kakao(Offered offered, EndedIdentity identity) {
        if (settings.kakao().hasAdminKey()) {
            var form = form("target_id_type", "user_id", "target_id", identity.subject());
            var key = "KakaoAK " + settings.kakao().adminKey();
            return kakao(http.post(offered.endpoints().unlink(), form, key));
        }
        if (identity.refreshToken().isEmpty()) {
            return new NotYet("there is no token for it; set KAKAO_ADMIN_KEY (developers.kakao.com > 앱 > 어드민 키)");
        }
        var fresh = refresh(offered, identity.refreshToken().get());
        var token = fresh.body().path("access_token").stringValue("");
        return fresh.isOk() && !token.isEmpty()
                ? kakao(http.post(offered.endpoints().unlink(), form(), "Bearer " + token))
                : new NotYet(
                        "its token is worth nothing any more (%s); set KAKAO_ADMIN_KEY (developers.kakao.com > 앱 > 어드민 키)"
                                .formatted(fresh.code("error_code")));
    }

    private static Outcome kakao(Answer answer) {
        var code = answer.body().path("code").asInt(0);
        if (answer.isOk() && code == 0) {
            return new Gone("the link is ended");
        }
        return switch (code) {
            case KAKAO_NOT_LINKED, KAKAO_NO_ACCOUNT -> new Gone("there was no link any more");
            case -401 -> new NotYet("KAKAO_ADMIN_KEY is not the one under developers.kakao.com > 앱 > 어드민 키");
            default -> new NotYet("it answered %d code %d".formatted(answer.status(), code));
        };
    }

    private Outcome naver(Offered offered, EndedIdentity identity) {
        if (identity.refreshToken().isEmpty()) {
            return new Never("there is no token for it");
        }
        var fresh = refresh(offered, identity.refreshToken().get());
        var token = fresh.body().path("access_token").stringValue("");
        if (fresh.body().has("error") || token.isEmpty()) {
            return naverRefused(fresh);
        }
        var ended = http.post(
                offered.endpoints().unlink(),
                client(offered, form("grant_type", "delete", "access_token", token, "service_provider", "NAVER")));
        return ended.isOk() && "success".equals(ended.code("result"))
                ? new Gone("the link is ended")
                : new NotYet("it answered %d %s".formatted(ended.status(), ended.code("error")));
    }

    /** A person who ended the link at Naver took the token along: a token that is not known is no link. */
    private static Outcome naverRefused(Answer answer) {
        return switch (answer.code("error")) {
            case "invalid_request", "invalid_grant" ->
                answer.mentions("error_description", "client")
                        ? new NotYet("NAVER_CLIENT_ID or NAVER_CLIENT_SECRET is wrong")
                        : new Gone("its token is worth nothing any more, so there was no link");
            // Its OpenID Connect stack offers no refresh, and the older one does not know its tokens.
            case "unsupported_grant_type", "unauthorized_client" -> new Never("Naver takes no refresh token here");
            default -> new NotYet("it answered %d %s".formatted(answer.status(), answer.code("error")));
        };
    }

    private Answer refresh(Offered offered, String refreshToken) {
        return http.post(
                offered.endpoints().token(),
                client(offered, form("grant_type", "refresh_token", "refresh_token", refreshToken)));
    }

    private static MultiValueMap<String, String> client(Offered offered, MultiValueMap<String, String> form) {
        form.set("client_id", offered.registration().getClientId());
        form.set("client_secret", offered.registration().getClientSecret());
        return form;
    }

    private static MultiValueMap<String, String> form(String... pairs) {
        var form = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            form.set(pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
