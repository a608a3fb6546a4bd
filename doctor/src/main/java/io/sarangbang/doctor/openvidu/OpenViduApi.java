package io.sarangbang.doctor.openvidu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.wire.Reply;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** OpenVidu's REST API at one address, with one secret. */
public final class OpenViduApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EMBEDDED = "http://media:5443";

    private final Wire wire;
    private final String base;
    private final String credentials;

    OpenViduApi(Wire wire, String base, String secret) {
        this.wire = wire;
        this.base = base.replaceAll("/+$", "");
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(("OPENVIDUAPP:" + secret).getBytes(UTF_8));
    }

    /** The one that room-service asks. */
    public static OpenViduApi of(Installation installation) {
        return new OpenViduApi(
                new Wire(installation),
                installation.variable("OPENVIDU_URL", EMBEDDED),
                installation.secret("OPENVIDU_SECRET").orElse(""));
    }

    public URI address(String path) {
        return URI.create(base + path);
    }

    String base() {
        return base;
    }

    Reply get(String path) throws IOException {
        return wire.get(address(path));
    }

    Reply getSigned(String path) throws IOException {
        return wire.send("GET", address(path), Map.of("Authorization", credentials), "");
    }

    Reply post(String path, String body) throws IOException {
        var headers = Map.of("Authorization", credentials, "Content-Type", "application/json");
        return wire.send("POST", address(path), headers, body);
    }

    Reply delete(String path) throws IOException {
        return wire.send("DELETE", address(path), Map.of("Authorization", credentials), "");
    }

    static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.text());
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** A question whose failing is an answer, too. */
    interface Question {
        Reply ask() throws IOException;
    }

    static Fact<Reply> tried(Question question) {
        try {
            return Fact.known(question.ask());
        } catch (IOException | IllegalArgumentException e) {
            var said = e.getMessage();
            return Fact.unknown(e.getClass().getSimpleName() + (said == null ? "" : ": " + said));
        }
    }
}
