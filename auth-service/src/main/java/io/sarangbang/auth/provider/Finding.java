package io.sarangbang.auth.provider;

import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * What went wrong and where the operator looks.
 *
 * @param hint for the log: words of ours and codes of the provider's, never its sentences, which quote what they refuse
 */
public record Finding(SignInFault fault, String hint) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    /** What an error at the callback means: the provider's in the address, Spring Security's, or ours. */
    public static Finding of(String provider, OAuth2Error error) {
        var code = error.getErrorCode();
        var fault = SignInFault.ofCode(code);
        if (code.equals(fault.slug())) {
            return new Finding(fault, String.valueOf(error.getDescription()));
        }
        return KakaoCodes.in(provider, code + " " + error.getDescription())
                .map(it -> new Finding(it.fault(), "at the callback: " + it.hint()))
                .orElseGet(() ->
                        new Finding(fault, "at the callback: %s%s".formatted(word(code), remedy(provider, fault))));
    }

    OAuth2AuthenticationException thrown() {
        return fault.because(hint);
    }

    /** Where to look when all that is known is that the provider does not want this site. */
    static String remedy(String provider, SignInFault fault) {
        if (fault != SignInFault.MISCONFIGURED) {
            return "";
        }
        return provider.equals(Provider.KAKAO.id())
                ? "; compare KAKAO_CLIENT_ID, KAKAO_CLIENT_SECRET and the redirect URI with developers.kakao.com > 앱 >"
                        + " 플랫폼 키 > REST API 키, and the consent items with 카카오 로그인 > 동의항목"
                : "; compare NAVER_CLIENT_ID, NAVER_CLIENT_SECRET and the callback URL with developers.naver.com >"
                        + " 내 애플리케이션 > API 설정; before Naver's review only the ids under 멤버관리 may sign in";
    }

    private static String word(String code) {
        return WORD.matcher(code).matches() ? code : "an error that is no word";
    }
}
