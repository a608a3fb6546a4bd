package io.sarangbang.auth.provider;

import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.provider.ProviderHttp.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import tools.jackson.databind.JsonNode;

/** Reads {@code /v1/nid/me}: the person is in {@code response}, the outcome in {@code resultcode}, whatever the status says. */
final class NaverAnswers {

    private static final String SUCCESS = "00";
    private static final int LONGEST_ID = 64;

    private NaverAnswers() {}

    static Profile profile(Answer answer, String app) {
        if (!answer.isOk() || !SUCCESS.equals(answer.code("resultcode"))) {
            throw refused(answer);
        }
        var person = answer.body().path("response");
        var id = text(person, "id");
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw SignInFault.UNAVAILABLE.because("answered a person without an id");
        }
        var nickname = text(person, "nickname");
        return new Profile(
                Provider.NAVER.id(),
                app,
                id,
                nickname != null ? nickname : text(person, "name"),
                text(person, "profile_image"));
    }

    private static OAuth2AuthenticationException refused(Answer answer) {
        var code = answer.code("resultcode");
        var fault = switch (code) {
            case "403", "404" -> SignInFault.MISCONFIGURED;
            case "500", "" -> SignInFault.UNAVAILABLE;
            default -> SignInFault.FAILED;
        };
        return fault.because("told no profile: %d resultcode %s".formatted(answer.status(), code));
    }

    private static @Nullable String text(JsonNode node, String member) {
        var value = node.path(member);
        return value.isString() ? value.asString() : null;
    }
}
