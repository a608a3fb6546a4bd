package io.sarangbang.gateway.stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP/1.1 byte by byte, so that tests may send what proper clients refuse to. */
public final class Wire {

    private final int port;

    public Wire(int port) {
        this.port = port;
    }

    public record Answer(int status, MultiValueMap<String, String> headers, String body) {

        public String header(String name) {
            return headers.getFirst(name.toLowerCase());
        }

        public List<String> all(String name) {
            return headers.getOrDefault(name.toLowerCase(), List.of());
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String problem() {
            return "application/problem+json".equals(header("content-type"))
                    ? json().get("type").asString() + " " + json().get("status").asInt()
                    : "no problem but " + status + " " + header("content-type");
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer send(String method, String path, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var length = bytes.length > 0 ? Stream.of("Content-Length: " + bytes.length) : Stream.<String>empty();
        return raw(head(method, path, Stream.concat(length, Stream.of(headers))) + body);
    }

    /** The head of a request that asks for the connection to be closed afterwards. */
    public String head(String method, String path, Stream<String> headers) {
        var host = "Host: localhost:" + port;
        var given = headers.toList();
        var hosts = given.stream().anyMatch(it -> it.startsWith("Host:")) ? Stream.<String>empty() : Stream.of(host);
        return method + " " + path + " HTTP/1.1\r\n"
                + Stream.of(hosts, given.stream(), Stream.of("Connection: close"))
                        .flatMap(it -> it)
                        .collect(Collectors.joining("\r\n"))
                + "\r\n\r\n";
    }

    public Answer raw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException _) {
                // Refused before all of it was read; the answer is there all the same.
            }
            return parse(readAll(socket));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String readAll(Socket socket) {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (IOException _) {
            // A reset after the answer, because we had more to send than was read.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Answer parse(String raw) {
        var end = raw.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no HTTP answer: " + raw);
        }
        var lines = raw.substring(0, end).split("\r\n");
        MultiValueMap<String, String> headers = new LinkedMultiValueMap<>(new TreeMap<>(Map.of()));
        for (int i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.add(
                    lines[i].substring(0, colon).toLowerCase(),
                    lines[i].substring(colon + 1).strip());
        }
        var body = raw.substring(end + 4);
        var chunked = "chunked".equals(headers.getFirst("transfer-encoding"));
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, chunked ? unchunk(body) : body);
    }

    private static String unchunk(String body) {
        var rest = body;
        var whole = new StringBuilder();
        while (!rest.isEmpty()) {
            var line = rest.indexOf("\r\n");
            var size = Integer.parseInt(rest.substring(0, line), 16);
            whole.append(rest, line + 2, line + 2 + size);
            rest = size == 0 ? "" : rest.substring(line + 4 + size);
        }
        return whole.toString();
    }
}
