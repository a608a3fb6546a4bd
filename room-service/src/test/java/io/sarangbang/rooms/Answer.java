package io.sarangbang.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, JsonNode body, String location, String retryAfter) {

    private static final JsonMapper json = new JsonMapper();

    static Answer of(MvcTestResult result) {
        if (result.getUnresolvedException() != null) {
            throw new AssertionError(result.getUnresolvedException());
        }
        var response = result.getResponse();
        var bytes = response.getContentAsByteArray();
        return new Answer(
                response.getStatus(),
                bytes.length == 0 ? json.createObjectNode() : json.readTree(new String(bytes, StandardCharsets.UTF_8)),
                String.valueOf(response.getHeader("Location")),
                String.valueOf(response.getHeader("Retry-After")));
    }

    public Answer is(int expected) {
        assertThat(status).as(body.toString()).isEqualTo(expected);
        return this;
    }

    public Answer isProblem(int expected, String slug) {
        is(expected);
        assertThat(text("/type")).isEqualTo("/problems/" + slug);
        assertThat(text("/requestId")).isNotBlank();
        return this;
    }

    public String text(String pointer) {
        return body.at(pointer).asString();
    }

    /** The session that a ticket's token is for. */
    public String session() {
        return text("/token").replaceAll(".*[?&]sessionId=([^&]+).*", "$1");
    }

    public int number(String pointer) {
        return body.at(pointer).asInt();
    }

    public int count(String pointer) {
        return body.at(pointer).size();
    }
}
