package io.sarangbang.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.TinyService;
import io.sarangbang.defaults.token.Issuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.userdetails.UserDetailsService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = TinyService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"eureka.client.enabled=false", "spring.config.import=classpath:service-defaults.yml"})
class ClosedServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Issuer issuer;

    @Test
    void nobodyHasAPassword(@Autowired ListableBeanFactory beans) {
        assertThat(beans.getBeanNamesForType(UserDetailsService.class)).isEmpty();
    }

    @AfterEach
    void sourceIsBack() {
        issuer.comesBack();
    }

    @Test
    void aTokenThatHoldsNamesTheCaller() throws Exception {
        var account = "0199a000-0000-7000-8000-000000000001";
        var token = issuer.sign(issuer.claims("key-1").subject(account), "key-1");

        assertThat(json(get("/me", "Authorization", "Bearer " + token))
                        .get("accountId")
                        .asString())
                .isEqualTo(account);
        assertThat(get("/me", "Authorization", "bEARER   " + token).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Bearer ", "Bearer nonsense", "Token x", "null"})
    void nothingElseIsLetIn(String authorization) throws Exception {
        refused(get("/me", "Authorization", authorization));
    }

    @Test
    void aTokenThatHasRunOutIsRefused() throws Exception {
        var past = Date.from(issuer.instant().minusSeconds(10));

        refused(get(
                "/me",
                "Authorization",
                "Bearer " + issuer.sign(issuer.claims("key-1").expiration(past), "key-1")));
    }

    @Test
    void headersAndCookiesNameNobody() throws Exception {
        refused(get("/me", "X-User-Id", "0199a000-0000-7000-8000-000000000001"));
        refused(get("/me", "Cookie", "sb_access=" + issuer.token()));
        refused(get("/me?access_token=" + issuer.token(), "X-Nothing", "here"));
    }

    @Test
    void whatIsOpenedByNameIsOpen() throws Exception {
        assertThat(get("/open/hello", "X-Nothing", "here").body()).isEqualTo("hello");
        assertThat(get("/actuator/health", "X-Nothing", "here").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness", "X-Nothing", "here").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBadTokenIsRefusedEvenWhereNoneIsNeeded() throws Exception {
        refused(get("/open/hello", "Authorization", "Bearer nonsense"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nowhere", "/actuator", "/actuator/env", "/actuator/shutdown", "/error/x", "/internal/x"})
    void whatIsNotOpenDoesNotEvenSayWhetherItExists(String path) throws Exception {
        refused(get(path, "X-Nothing", "here"));
    }

    @Test
    void noSessionIsBegun() throws Exception {
        assertThat(get("/me", "Authorization", "Bearer " + issuer.token())
                        .headers()
                        .firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void keysThatCanNotBeHadAreAFaultOfOurs() throws Exception {
        issuer.goesDown();
        issuer.passes(java.time.Duration.ofMinutes(2));
        issuer.addKey("key-of-tomorrow");

        var answer = get("/me", "Authorization", "Bearer " + issuer.token("key-of-tomorrow"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/service-unavailable");
        assertThat(json(answer).get("cause").asString()).isEqualTo("auth-service");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        issuer.comesBack();
        issuer.passes(java.time.Duration.ofSeconds(2));
        assertThat(get("/me", "Authorization", "Bearer " + issuer.token("key-of-tomorrow"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theRequestIdIsKeptAndServedToTheLog() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/me"))
                .header("Authorization", "Bearer " + issuer.token())
                .header("X-Request-Id", "from-the-gateway-1");

        var answer = http.send(request.build(), BodyHandlers.ofString());

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("from-the-gateway-1");
        assertThat(json(answer).get("requestId").asString()).isEqualTo("from-the-gateway-1");
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/not-signed-in");
        assertThat(json(answer).get("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(header, value);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
