package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.media.rpc.RpcSettings;
import io.sarangbang.media.session.IceSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Repeats what five browsers and a backend once said to a real openvidu-server 2.32.2, and holds every answer, push and
 * webhook against what it said: members, types, values and order.
 */
class RecordedConversationTests {

    private final Likeness likeness = new Likeness();
    private final Map<String, Browser> browsers = new HashMap<>();
    private final Map<String, List<JsonNode>> heardBefore = new HashMap<>();

    @Test
    void everyMessageIsLikeThatOfTheRealServer() throws IOException {
        var frames = recorded();
        var turn = new IceSettings(new IceSettings.Turn("localhost", 3478, "turn-secret"), List.of());
        try (var backend = Backend.content();
                var server = RunningServer.with(RpcSettings.defaults(), backend.settings(1000), turn)) {
            frames.forEach(frame -> act(server, frames, frame));
            for (var who : browsers.keySet()) {
                compareHeard(who, expected(frames, who));
            }
            compareWebhooks(frames, backend);
        } finally {
            browsers.values().forEach(Browser::close);
        }
    }

    private void act(RunningServer server, List<JsonNode> frames, JsonNode frame) {
        switch (frame.get("k").stringValue()) {
            case "REST" -> rest(server, frame);
            case "WSOPEN" -> open(server, frame.get("who").stringValue());
            case ">" -> call(frames, frame);
            default -> {
                // what the server said is compared at the end
            }
        }
    }

    private void rest(RunningServer server, JsonNode frame) {
        var path = likeness.translate(frame.get("path").stringValue());
        var method = frame.get("method").stringValue();
        var body = frame.has("body") ? likeness.translate(frame.get("body").toString()) : "";
        var answer = frame.has("open")
                ? RunningServer.send(server.request(path, method, body).build())
                : server.rest(method, path.substring("/openvidu/api".length()), body);
        assertThat(answer.statusCode())
                .as("%s %s", method, path)
                .isEqualTo(frame.get("status").intValue());
        if (path.endsWith("/config")) {
            assertThat(RunningServer.json(answer).propertyNames())
                    .containsExactlyInAnyOrderElementsOf(frame.get("resp").propertyNames());
        } else if (frame.has("resp")) {
            likeness.compare(method + " " + path, frame.get("resp"), RunningServer.json(answer));
        } else {
            assertThat(answer.body()).as("%s %s", method, path).isEmpty();
        }
    }

    private void open(RunningServer server, String who) {
        var before = browsers.put(who, Browser.open(server.port()));
        if (before != null) {
            heardBefore.put(who, List.copyOf(before.received()));
            before.vanish();
        }
    }

    private void call(List<JsonNode> frames, JsonNode frame) {
        var who = frame.get("who").stringValue();
        var message = likeness.translate(frame.get("m").toString());
        for (var kind : List.of("publish-video", "publish", "subscribe")) {
            var offer = Browser.JSON.valueToTree(RunningServer.offer(kind)).toString();
            message = message.replace("\"@" + kind + "\"", offer);
        }
        browsers.get(who).send(message);
        var id = frame.get("m").get("id").intValue();
        var answer = browsers.get(who).answer(id);
        frames.stream()
                .filter(other -> other.get("k").stringValue().equals("<")
                        && other.get("who").stringValue().equals(who)
                        && other.get("m").path("id").intValue(-1) == id)
                .forEach(other -> likeness.compare(who + " " + frame.get("m").get("method"), other.get("m"), answer));
    }

    private static List<JsonNode> expected(List<JsonNode> frames, String who) {
        return frames.stream()
                .filter(frame -> frame.get("k").stringValue().equals("<"))
                .filter(frame -> frame.get("who").stringValue().equals(who))
                .map(frame -> frame.get("m"))
                .filter(message -> !isPong(message))
                .toList();
    }

    private void compareHeard(String who, List<JsonNode> expected) {
        Eventually.holds(
                () -> who + " hears " + expected.size() + " messages, heard " + heard(who),
                () -> heard(who).size() >= expected.size());
        var heard = heard(who);
        for (int i = 0; i < expected.size(); i++) {
            likeness.compare(who + " message " + i, expected.get(i), heard.get(i));
        }
        assertThat(heard).hasSameSizeAs(expected);
    }

    private List<JsonNode> heard(String who) {
        var all = new ArrayList<>(heardBefore.getOrDefault(who, List.of()));
        all.addAll(browsers.get(who).received());
        all.removeIf(RecordedConversationTests::isPong);
        return all;
    }

    private static boolean isPong(JsonNode message) {
        return message.path("result").path("value").stringValue("").equals("pong");
    }

    private void compareWebhooks(List<JsonNode> frames, Backend backend) {
        var expected = frames.stream()
                .filter(frame -> frame.get("k").stringValue().equals("WEBHOOK"))
                .map(frame -> frame.get("body"))
                .toList();
        Eventually.holds("every webhook has arrived", () -> backend.events().size() >= expected.size());
        for (int i = 0; i < expected.size(); i++) {
            likeness.compare("webhook " + i, expected.get(i), backend.events().get(i));
        }
        assertThat(backend.events()).hasSameSizeAs(expected);
    }

    private static List<JsonNode> recorded() throws IOException {
        try (var in = RecordedConversationTests.class.getResourceAsStream("/openvidu-2.32.2-frames.jsonl");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> (JsonNode) Browser.JSON.readTree(line))
                    .toList();
        }
    }
}
