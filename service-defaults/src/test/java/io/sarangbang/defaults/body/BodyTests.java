package io.sarangbang.defaults.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.TinyService;
import io.sarangbang.defaults.token.Issuer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over a socket: only there does a body come without its length, and is a form read by the container. */
@SpringBootTest(
        classes = TinyService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "spring.config.import=classpath:service-defaults.yml",
            "sarangbang.request.max-body=1KB"
        })
class BodyTests {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Issuer issuer;

    @Test
    void aBodyIsReadWhetherOrNotItTellsItsLength() throws Exception {
        for (var body : new BodyPublisher[] {told("{\"name\":\"a\"}"), untold("{\"name\":\"a\"}")}) {
            assertThat(send("/things", JSON, body).body()).isEqualTo("{\"name\":\"a\",\"owner\":null}");
        }
    }

    @Test
    void aFormIsReadWhetherOrNotItTellsItsLength() throws Exception {
        for (var body : new BodyPublisher[] {told("word=hello"), untold("word=hello")}) {
            assertThat(send("/forms", FORM, body).body()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, FORM, "text/plain", "multipart/form-data; boundary=x"})
    void whatIsTooLongIsRefused(String type) throws Exception {
        var path = type.equals(FORM) ? "/forms" : "/things";
        var text = "word=" + "a".repeat(1020);
        for (var body : new BodyPublisher[] {told(text), untold(text)}) {
            var answer = send(path, type, body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"/problems/payload-too-large\"", "\"requestId\"");
        }
    }

    @Test
    void theLimitIsTold() throws Exception {
        assertThat(send("/things", JSON, told("a".repeat(1025))).body()).contains("\"limit\":1024");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":5}",
                "{\"name\":5.5}",
                "{\"name\":true}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\"} {}"
            })
    void jsonThatHasToBeGuessedAtIsMalformed(String body) throws Exception {
        var answer = send("/things", JSON, told(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"/problems/malformed-request\"");
    }

    private static BodyPublisher told(String body) {
        return BodyPublishers.ofString(body);
    }

    private static BodyPublisher untold(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()));
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + issuer.token())
                .header("Content-Type", type)
                .POST(body);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
