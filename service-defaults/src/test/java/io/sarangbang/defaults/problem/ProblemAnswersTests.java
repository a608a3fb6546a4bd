package io.sarangbang.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.TinyService;
import io.sarangbang.defaults.token.Issuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person's program gets to see when something is wrong. */
@SpringBootTest(
        classes = TinyService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"eureka.client.enabled=false", "spring.config.import=classpath:service-defaults.yml"})
class ProblemAnswersTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Issuer issuer;

    @ParameterizedTest
    @CsvSource({
        "GET,   /broken/missing,     '',                 /problems/not-found,              404",
        "GET,   /broken/forbidden,   '',                 /problems/forbidden,              403",
        "GET,   /broken/database,    '',                 /problems/service-unavailable,    503",
        "GET,   /broken/pool,        '',                 /problems/service-unavailable,    503",
        "GET,   /broken/otherwise,   '',                 /problems/internal-error,         500",
        "GET,   /nowhere,            '',                 /problems/not-found,              404",
        "PATCH, /things,             '{}',               /problems/method-not-allowed,     405",
        "GET,   /things/seven,       '',                 /problems/malformed-request,      400",
        "GET,   /things,             '',                 /problems/malformed-request,      400",
        "GET,   /things?limit=ten,   '',                 /problems/malformed-request,      400",
        "GET,   /things?limit=51,    '',                 /problems/validation-failed,      400",
        "POST,  /things,             '{',                /problems/malformed-request,      400",
        "POST,  /things,             '',                 /problems/malformed-request,      400",
        "POST,  /things,             '[1]',              /problems/malformed-request,      400",
        "POST,  /things,             '{\"name\":\"\"}',  /problems/validation-failed,      400",
        "POST,  /%2e%2e/things,      '{}',               /problems/malformed-request,      400",
        "GET,   /things;x=1,         '',                 /problems/malformed-request,      400",
    })
    void everyFailureIsAProblemOfAStableType(String method, String path, String body, String type, int status)
            throws Exception {
        var answer = send(method, path, body);
        var problem = problem(answer);

        assertThat(problem.get("type").asString() + " " + answer.statusCode()).isEqualTo(type + " " + status);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(answer.body()).doesNotContain("hunter2", "Exception", "org.springframework", "\tat ");
    }

    @Test
    void everyProblemSaysWhereItHappened() throws Exception {
        assertThat(problem(send("GET", "/broken/missing", "")).get("instance").asString())
                .isEqualTo("/broken/missing");
    }

    @Test
    void valuesOutOfBoundsAreNamedOneByOne() throws Exception {
        var errors = problem(send("POST", "/things", "{\"name\":\"too long\",\"owner\":{\"title\":\" \"}}"))
                .get("errors");

        assertThat(errors.valueStream().map(it -> it.get("pointer").asString()))
                .containsExactlyInAnyOrder("/name", "/owner/title");
        assertThat(errors.valueStream().map(it -> it.get("detail").asString())).allMatch(it -> !it.isBlank());
    }

    @Test
    void aParameterOutOfBoundsIsNamed() throws Exception {
        var errors = problem(send("GET", "/things?limit=0", "")).get("errors");

        assertThat(errors.get(0).get("pointer").asString()).isEqualTo("limit");
    }

    @Test
    void aDatabaseThatIsDownIsNamedWithATimeToTryAgain() throws Exception {
        var answer = send("GET", "/broken/database", "");

        assertThat(problem(answer).get("cause").asString()).isEqualTo("database");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void aBodyOfAnotherKindIsRefused() throws Exception {
        var request = request("POST", "/things", "name=x").header("Content-Type", "application/x-www-form-urlencoded");

        assertThat(problem(http.send(request.build(), BodyHandlers.ofString()))
                        .get("type")
                        .asString())
                .isEqualTo("/problems/unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png"})
    void aProblemIsJsonWhateverIsAsked(String accept) throws Exception {
        var request = request("GET", "/broken/missing", "").header("Accept", accept);

        assertThat(problem(http.send(request.build(), BodyHandlers.ofString()))
                        .get("requestId")
                        .asString())
                .isNotBlank();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        var request = request(method, path, body).header("Content-Type", "application/json");
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + issuer.token())
                .method(method, BodyPublishers.ofString(body));
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("none")).startsWith("application/problem+json");
        return JsonMapper.shared().readTree(answer.body());
    }
}
