package io.sarangbang.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, JsonNode body, MvcTestResult raw) {

    private static final JsonMapper json = new JsonMapper();

    static Answer of(MvcTestResult result) {
        if (result.getUnresolvedException() != null) {
            throw new AssertionError(result.getUnresolvedException());
        }
        var text = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return new Answer(
                result.getResponse().getStatus(),
                text.isEmpty() ? json.createObjectNode() : json.readTree(text),
                result);
    }

    public Answer is(int expected) {
        assertThat(status).as(body.toString()).isEqualTo(expected);
        return this;
    }

    public Answer isProblem(int expected, String slug) {
        is(expected);
        assertThat(raw.getResponse().getContentType()).startsWith("application/problem+json");
        assertThat(text("/type")).isEqualTo("/problems/" + slug);
        assertThat(body.get("status").asInt()).isEqualTo(expected);
        assertThat(text("/requestId")).isNotBlank();
        return this;
    }

    public String text(String pointer) {
        return body.at(pointer).asString();
    }

    public List<String> texts(String array, String member) {
        return body.at(array).valueStream().map(it -> it.get(member).asString()).toList();
    }
}
