package io.sarangbang.auth.provider;

import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.provider.ProviderHttp.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import tools.jackson.databind.JsonNode;

/** Reads {@code /v2/user/me}; any member but {@code id} may be missing. */
final class KakaoAnswers {

    private KakaoAnswers() {}

    static Profile profile(Answer answer, String app) {
        if (!answer.isOk() || answer.body().has("code")) {
            throw refused(answer);
        }
        var id = answer.body().path("id");
        // Read as the number it is: through a double, people beyond 2^53 would share ids.
        if (!id.isIntegralNumber() || id.bigIntegerValue().signum() <= 0) {
            throw SignInFault.UNAVAILABLE.because("answered a person without an id");
        }
        var told = answer.body().path("kakao_account").path("profile");
        return new Profile(
                Provider.KAKAO.id(),
                app,
                id.bigIntegerValue().toString(),
                nickname(answer.body(), told),
                told.path("is_default_image").asBoolean(false) ? null : text(told, "profile_image_url"));
    }

    private static @Nullable String nickname(JsonNode body, JsonNode told) {
        var nickname = text(told, "nickname");
        return nickname != null ? nickname : text(body.path("properties"), "nickname");
    }

    private static OAuth2AuthenticationException refused(Answer answer) {
        return KakaoCodes.atKapi(answer.status(), answer.body().path("code").asInt(0))
                .thrown();
    }

    private static @Nullable String text(JsonNode node, String member) {
        var value = node.path(member);
        return value.isString() ? value.asString() : null;
    }
}
