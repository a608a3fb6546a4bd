package io.sarangbang.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.service.ServiceCredentials;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a real port between browsers and fake providers. */
@SpringBootTest(classes = AuthApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RunningService.TestClock.class)
public abstract class RunningService {

    protected static final FakeProviders PROVIDERS = new FakeProviders();

    protected static final String ADMIN_KEY = "a-key-of-the-admins";

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private ServiceCredentials credentials;

    @Autowired
    protected MovableClock clock;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) {
        registry.add("KAKAO_CLIENT_ID", () -> "kakao-client");
        registry.add("KAKAO_CLIENT_SECRET", () -> FakeProviders.SECRET);
        registry.add("KAKAO_AUTHORIZE_URI", () -> PROVIDERS.at("/kakao/oauth/authorize"));
        registry.add("KAKAO_TOKEN_URI", () -> PROVIDERS.at("/kakao/oauth/token"));
        registry.add("KAKAO_USER_INFO_URI", () -> PROVIDERS.at("/kakao/v2/user/me"));
        registry.add("KAKAO_ADMIN_KEY", () -> ADMIN_KEY);
        registry.add("KAKAO_UNLINK_URI", () -> PROVIDERS.at("/kakao/v1/user/unlink"));
        registry.add("NAVER_CLIENT_ID", () -> "naver-client");
        registry.add("NAVER_CLIENT_SECRET", () -> FakeProviders.SECRET);
        registry.add("NAVER_AUTHORIZE_URI", () -> PROVIDERS.at("/naver/oauth2.0/authorize"));
        registry.add("NAVER_TOKEN_URI", () -> PROVIDERS.at("/naver/oauth2.0/token"));
        registry.add("NAVER_USER_INFO_URI", () -> PROVIDERS.at("/naver/v1/nid/me"));
    }

    @AfterEach
    void providersBehaveAgain() {
        PROVIDERS.behave();
    }

    protected Browser browser() {
        return new Browser(port);
    }

    /** Somebody signed in with Kakao; a newcomer makes an account first. */
    protected Browser signedIn(String person) {
        var browser = browser();
        signsIn(browser, "kakao", person);
        assertThat(browser.accessToken()).isPresent();
        return browser;
    }

    /** Signs in to the end; the answer is the last one on the way, which for a newcomer is that of the new account. */
    protected static HttpResponse<String> signsIn(Browser browser, String provider, String person) {
        var answer = comesBackFrom(browser, provider, person);
        return Browser.location(answer).getPath().equals("/welcome") ? browser.posts("/api/auth/accounts") : answer;
    }

    /** Signs in as far as the callback. */
    protected static HttpResponse<String> comesBackFrom(Browser browser, String provider, String person) {
        var authorize = browser.startsSignIn(provider, "/r/kfm-wqtz-hbp");
        return browser.comesBack(PROVIDERS.consent(authorize, person));
    }

    /** Goes to a provider for a purpose of somebody who is signed in, {@code confirm} or {@code link}, as far as the callback. */
    protected static HttpResponse<String> goes(Browser browser, String purpose, String provider, String person) {
        return browser.comesBack(PROVIDERS.consent(asksTo(browser, purpose, provider), person));
    }

    /** The provider's page to go to for that. */
    protected static URI asksTo(Browser browser, String purpose, String provider) {
        var answer = browser.posts("/api/auth/" + purpose + "/" + provider, "{\"returnTo\":\"/account\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return URI.create(json(answer).path("location").asString());
    }

    protected Caller caller(Browser browser) {
        return verified(browser.accessToken().orElseThrow());
    }

    protected Caller verified(String accessToken) {
        try {
            return tokens.verify(accessToken);
        } catch (BadToken e) {
            throw new AssertionError(e);
        }
    }

    /** As another service asks, in its own name; the body is JSON, or empty where there is none. */
    protected HttpResponse<String> internally(String method, String address, String json) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .header("Authorization", "Bearer " + credentials.issue("auth-service"));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    protected static String kakaoPerson(String id) {
        return """
                {"id":%s,"connected_at":"2026-11-20T00:00:00Z","properties":{"nickname":"민지"},"kakao_account":{\
                "profile":{"nickname":"민지","profile_image_url":"https://k.kakaocdn.net/p.jpg","is_default_image":false},\
                "has_email":true,"is_email_valid":true,"is_email_verified":true,"email":"minji@example.com"}}""".formatted(id);
    }

    protected static String naverPerson(String id) {
        return """
                {"resultcode":"00","message":"success","response":{"id":"%s","nickname":"민지","email":"minji@example.com",\
                "profile_image":"https://ssl.pstatic.net/p.jpg"}}""".formatted(id);
    }

    protected static void isProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    }

    @TestConfiguration
    static class TestClock {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
