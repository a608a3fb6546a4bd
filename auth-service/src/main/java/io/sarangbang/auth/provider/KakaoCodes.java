package io.sarangbang.auth.provider;

import static io.sarangbang.auth.provider.SignInFault.EXPIRED;
import static io.sarangbang.auth.provider.SignInFault.FAILED;
import static io.sarangbang.auth.provider.SignInFault.MISCONFIGURED;
import static io.sarangbang.auth.provider.SignInFault.UNAVAILABLE;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kakao's own error codes, and the page of its console that each leads to. */
final class KakaoCodes {

    private static final Pattern KOE = Pattern.compile("\\bKOE\\d{3,4}\\b");
    private static final String CONSOLE = "developers.kakao.com > ";
    private static final String KEY = CONSOLE + "앱 > 플랫폼 키 > REST API 키";
    private static final String LOGIN = CONSOLE + "카카오 로그인 > 일반";

    private static final Map<String, Finding> AT_KAUTH = Map.ofEntries(
            code("KOE001", MISCONFIGURED, "the request is wrong; does a proxy change the address?"),
            code("KOE003", UNAVAILABLE, "trouble at Kakao that passes"),
            code("KOE004", MISCONFIGURED, "Kakao Login is off: " + LOGIN + " > 사용 설정"),
            code(
                    "KOE005",
                    MISCONFIGURED,
                    "the app is a test app and this person no member of it: " + CONSOLE
                            + "앱 > 멤버, or use the real app's key"),
            code("KOE006", MISCONFIGURED, "the redirect URI is not registered: " + KEY + " > 카카오 로그인 리다이렉트 URI"),
            code("KOE007", MISCONFIGURED, "the logout redirect URI is not registered: " + KEY),
            code("KOE009", MISCONFIGURED, "the platform is not registered: " + CONSOLE + "앱 > 플랫폼 키"),
            code(
                    "KOE010",
                    MISCONFIGURED,
                    "KAKAO_CLIENT_SECRET is not that of KAKAO_CLIENT_ID: " + KEY + " > 클라이언트 시크릿"),
            code("KOE101", MISCONFIGURED, "KAKAO_CLIENT_ID is no REST API key: " + KEY),
            code("KOE201", MISCONFIGURED, "the response type was not taken"),
            code("KOE202", MISCONFIGURED, "the response type was not taken"),
            code(
                    "KOE205",
                    MISCONFIGURED,
                    "a consent item is not set up: " + CONSOLE + "카카오 로그인 > 동의항목 (닉네임, 프로필 사진); with KAKAO_OIDC also "
                            + LOGIN + " > OpenID Connect"),
            code("KOE237", UNAVAILABLE, "too many token requests; the quota is under " + CONSOLE + "앱 > 쿼터"),
            code("KOE303", MISCONFIGURED, "the redirect URI is not the one that the code was issued for: " + KEY),
            code("KOE310", MISCONFIGURED, "the grant type was not taken"),
            code("KOE320", EXPIRED, "the code is used up, too old, or unknown"),
            code("KOE322", EXPIRED, "the refresh token is used up or too old"));

    private static final Map<Integer, Finding> AT_KAPI = Map.ofEntries(
            code(-1, UNAVAILABLE, "an error inside Kakao"),
            code(-2, MISCONFIGURED, "a parameter was not taken"),
            code(-3, MISCONFIGURED, "the API is not switched on for this app: " + LOGIN),
            code(-4, FAILED, "Kakao has restricted this person's account"),
            code(-5, MISCONFIGURED, "the app may not use this API: " + CONSOLE + "앱 > 추가 기능 신청"),
            code(-7, UNAVAILABLE, "Kakao is under maintenance"),
            code(-9, MISCONFIGURED, "the API has been shut down"),
            code(-10, UNAVAILABLE, "too many requests; the quota is under " + CONSOLE + "앱 > 쿼터"),
            code(-101, EXPIRED, "the person is not linked to the app (any more)"),
            code(-102, FAILED, "the person is linked already"),
            code(-103, FAILED, "the Kakao account does not exist or sleeps"),
            code(-401, FAILED, "the access token is not known"),
            code(-402, MISCONFIGURED, "a consent is missing: " + CONSOLE + "카카오 로그인 > 동의항목"),
            code(-406, FAILED, "the person is younger than 14"),
            code(-603, UNAVAILABLE, "Kakao gave up waiting for itself"),
            code(-903, MISCONFIGURED, "the app key is not registered: " + KEY),
            code(-9798, UNAVAILABLE, "Kakao is under maintenance"));

    private KakaoCodes() {}

    /** The first of kauth's codes in a text: the error page's and the token address' error_code. */
    static Optional<Finding> in(String provider, String text) {
        var found = KOE.matcher(text);
        return provider.equals(Provider.KAKAO.id()) && found.find()
                ? Optional.ofNullable(AT_KAUTH.get(found.group()))
                : Optional.empty();
    }

    /** What kapi means by a code. */
    static Finding atKapi(int status, int code) {
        var known = AT_KAPI.getOrDefault(code, new Finding(FAILED, "see Kakao's REST API error codes"));
        return new Finding(known.fault(), "told no profile: %d code %d, %s".formatted(status, code, known.hint()));
    }

    private static Map.Entry<String, Finding> code(String code, SignInFault fault, String hint) {
        return Map.entry(code, new Finding(fault, code + ", " + hint));
    }

    private static Map.Entry<Integer, Finding> code(int code, SignInFault fault, String hint) {
        return Map.entry(code, new Finding(fault, hint));
    }
}
