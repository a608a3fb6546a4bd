package io.sarangbang.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients and browsers send, and what they read out of the answers. */
public class Wire {

    private final MockMvcTester mvc;
    private final JsonMapper json;

    Wire(MockMvcTester mvc, JsonMapper json) {
        this.mvc = mvc;
        this.json = json;
    }

    public MvcTestResult get(String path, Map<String, String> query, String... headers) {
        return send(HttpMethod.GET, path, query, headers);
    }

    public MvcTestResult post(String path, Map<String, String> form, String... headers) {
        return send(HttpMethod.POST, path, form, headers);
    }

    public MvcTestResult put(String path, String body) {
        return mvc.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult postJson(String path, String body) {
        return mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public void turn(String path, String knobs) {
        assertThat(put("/knobs/" + path, knobs)).hasStatusOk();
    }

    public void resetKnobs() {
        assertThat(mvc.delete().uri("/knobs")).hasStatus(204);
    }

    public MvcTestResult withToken(HttpMethod method, String path, String token) {
        return send(method, path, Map.of(), "Authorization", "Bearer " + token);
    }

    public JsonNode body(MvcTestResult result) {
        return json.readTree(text(result));
    }

    public static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The parameters that the browser carries back to the client. */
    public static Map<String, String> redirected(MvcTestResult result) {
        assertThat(result).hasStatus(303);
        var location = result.getResponse().getHeader("Location");
        MultiValueMap<String, String> query =
                UriComponentsBuilder.fromUri(URI.create(location)).build().getQueryParams();
        var decoded = new java.util.HashMap<String, String>();
        query.forEach((name, values) -> decoded.put(
                name, java.net.URLDecoder.decode(values.getFirst(), java.nio.charset.StandardCharsets.UTF_8)));
        return decoded;
    }

    private MvcTestResult send(HttpMethod method, String path, Map<String, String> parameters, String... headers) {
        var request = mvc.method(method).uri(path);
        if (method == HttpMethod.POST) {
            request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
        }
        // A dash says in tests that a parameter is left out.
        parameters.forEach((name, value) -> {
            if (!value.equals("-")) {
                request.param(name, value);
            }
        });
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }
}
