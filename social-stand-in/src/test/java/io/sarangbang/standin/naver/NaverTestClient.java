package io.sarangbang.standin.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.Wire;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** An application that signs its people in with Naver. */
record NaverTestClient(Wire wire) {

    static final String BACK = "https://app.example.com/back/naver";
    static final String OLD = "/naver/oauth2.0/";
    static final String NEW = "/naver/oauth2/";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    MvcTestResult opens(String... changes) {
        return wire.get(OLD + "authorize", authorization(changes));
    }

    MvcTestResult submits(String stack, String... fields) {
        return wire.post(stack + "authorize", authorization(fields));
    }

    String code(String stack, String person) {
        return Wire.redirected(submits(stack, "name", person, "decision", "consent", "share", "email"))
                .get("code");
    }

    static Map<String, String> authorization(String... changes) {
        var all = new HashMap<>(
                Map.of("client_id", "naver-id", "redirect_uri", BACK, "response_type", "code", "state", "st4te"));
        return change(all, changes);
    }

    static Map<String, String> codeForm(String code, String... changes) {
        return change(form("authorization_code", "code", code, "state", "st4te"), changes);
    }

    static Map<String, String> form(String grantType, String... more) {
        var all = new HashMap<>(
                Map.of("grant_type", grantType, "client_id", "naver-id", "client_secret", "naver-secret"));
        return change(all, more);
    }

    static Map<String, String> change(Map<String, String> all, String... changes) {
        for (var i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return all;
    }

    MvcTestResult asks(Map<String, String> form) {
        return asks(HttpMethod.POST, form);
    }

    MvcTestResult asks(HttpMethod method, Map<String, String> form) {
        return method == HttpMethod.GET ? wire.get(OLD + "token", form) : post(OLD, form);
    }

    MvcTestResult post(String stack, Map<String, String> form) {
        return wire.post(stack + "token", form);
    }

    MvcTestResult me(JsonNode tokens) {
        return wire.withToken(HttpMethod.GET, "/naver/v1/nid/me", text(tokens, "access_token"));
    }

    static String text(JsonNode node, String member) {
        return node.get(member).asString();
    }

    void refuses(MvcTestResult answer, String description) {
        assertThat(answer).hasStatusOk();
        var body = wire.body(answer);
        assertThat(text(body, "error")).isEqualTo("invalid_request");
        assertThat(text(body, "error_description")).isEqualTo(description);
        assertThat(body.has("access_token")).isFalse();
    }
}
