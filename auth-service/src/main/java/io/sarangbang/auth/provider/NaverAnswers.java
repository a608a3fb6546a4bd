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
        var finding = finding(code.isEmpty() ? Integer.toString(answer.status()) : code);
        return finding.fault()
                .because("told no profile: %d resultcode %s, %s".formatted(answer.status(), code, finding.hint()));
    }

    private static Finding finding(String code) {
        return switch (code) {
            case "024" -> new Finding(SignInFault.FAILED, "the access token is not known");
            case "028" -> new Finding(SignInFault.FAILED, "the access token did not arrive; does a proxy drop it?");
            case "403" ->
                new Finding(
                        SignInFault.MISCONFIGURED,
                        "the app may not read profiles: developers.naver.com > 내 애플리케이션 > API 설정 > 사용 API (네이버 로그인);"
                                + " before Naver's review only the ids under 멤버관리 may sign in");
            case "404" -> new Finding(SignInFault.MISCONFIGURED, "the address is wrong: NAVER_USER_INFO_URI");
            case "500", "200" -> new Finding(SignInFault.UNAVAILABLE, "an error inside Naver");
            default -> new Finding(SignInFault.FAILED, "see Naver's error codes of 회원 프로필 조회");
        };
    }

    private static @Nullable String text(JsonNode node, String member) {
        var value = node.path(member);
        return value.isString() ? value.asString() : null;
    }
}
