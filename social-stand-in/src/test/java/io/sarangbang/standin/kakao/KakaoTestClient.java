package io.sarangbang.standin.kakao;

import io.sarangbang.standin.Wire;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** An application that signs its people in with Kakao. */
record KakaoTestClient(Wire wire) {

    static final String BACK = "https://app.example.com/back/kakao";
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    static Map<String, String> authorization(String... more) {
        return with(
                Map.of("client_id", "kakao-key", "redirect_uri", BACK, "response_type", "code", "state", "st4te"),
                more);
    }

    static Map<String, String> with(Map<String, String> base, String... more) {
        var all = new HashMap<>(base);
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    MvcTestResult opens(Map<String, String> authorization, String... headers) {
        return wire.get("/kakao/oauth/authorize", authorization, headers);
    }

    MvcTestResult submits(Map<String, String> authorization, String... fields) {
        return wire.post("/kakao/oauth/authorize", with(authorization, fields));
    }

    /** The code that a person brings back who agreed to everything. */
    String codeFor(String person, String... more) {
        var answer = submits(authorization(more), "name", person, "decision", "consent", "share", "account_email");
        return Wire.redirected(answer).get("code");
    }

    MvcTestResult redeems(String code, String... more) {
        return asks("authorization_code", with(Map.of("code", code, "redirect_uri", BACK), more));
    }

    MvcTestResult refreshes(String refreshToken) {
        return asks("refresh_token", Map.of("refresh_token", refreshToken));
    }

    MvcTestResult asks(String grantType, Map<String, String> more) {
        var form = new HashMap<>(
                Map.of("grant_type", grantType, "client_id", "kakao-key", "client_secret", "kakao-secret"));
        form.putAll(more);
        return wire.post("/kakao/oauth/token", form);
    }

    JsonNode tokensOf(String person, String... more) {
        return wire.body(redeems(codeFor(person, more)));
    }

    MvcTestResult readsMe(JsonNode tokens) {
        return wire.withToken(
                HttpMethod.GET, "/kakao/v2/user/me", tokens.get("access_token").asString());
    }
}
