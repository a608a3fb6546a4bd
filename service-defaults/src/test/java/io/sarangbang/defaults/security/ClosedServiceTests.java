package io.sarangbang.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.TinyService;
import io.sarangbang.defaults.service.ServiceCredentials;
import io.sarangbang.defaults.service.ServiceSettings;
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

    /** */
    @Test
    void aKeyIsGoodForItsScopesAndNothingElse() throws Exception {
        var reads = token("profile:read rooms:read");
        var makesRooms = token("rooms:write");

        assertThat(get("/me", "Authorization", reads).statusCode()).isEqualTo(200);
        lacks(get("/me", "Authorization", makesRooms), "profile:read");
        lacks(get("/things/7", "Authorization", reads), "account");
        assertThat(get("/things/7", "Authorization", token("account")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatMattersTakesAFreshSignIn() throws Exception {
        var token = "Bearer "
                + issuer.sign(
                        issuer.claims("key-1")
                                .claim("auth_time", issuer.instant().getEpochSecond() - 599),
                        "key-1");
        var old = "Bearer "
                + issuer.sign(
                        issuer.claims("key-1")
                                .claim("auth_time", issuer.instant().getEpochSecond() - 601),
                        "key-1");

        assertThat(delete("/me", token).body()).isEqualTo("gone");
        var answer = delete("/me", old);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_user_authentication\", max_age=600");
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/fresh-sign-in-needed");
        assertThat(json(answer).get("maxAge").asInt()).isEqualTo(600);
    }

    @Test
    void onlyServicesAreAnsweredUnderInternal(@Autowired ServiceCredentials mine) throws Exception {
        var settings = new ServiceSettings("kW3pZ7vNq1xT9mB5rJ4cLs8PfUe2HdAy");
        var other = new ServiceCredentials("other-service", settings, issuer);

        assertThat(get("/internal/secret", "Authorization", "Bearer " + other.issue("tiny-service"))
                        .body())
                .isEqualTo("among services");
        refused(get("/internal/secret", "Authorization", "Bearer " + issuer.token()));
        refused(get("/internal/secret", "Authorization", "Bearer " + mine.issue("other-service")));
        refused(get("/internal/secret", "X-Nothing", "here"));
        refused(get("/me", "Authorization", "Bearer " + other.issue("tiny-service")));
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

    private String token(String scope) {
        return "Bearer " + issuer.sign(issuer.claims("key-1").claim("scope", scope), "key-1");
    }

    private static void lacks(HttpResponse<String> answer, String scope) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(scope));
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/insufficient-scope");
        assertThat(json(answer).get("scope").asString()).isEqualTo(scope);
    }

    private HttpResponse<String> delete(String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", authorization)
                .DELETE();
        return http.send(request.build(), BodyHandlers.ofString());
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
