package io.sarangbang.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a server says to a request that is sent as it is written, however wrong that is. */
record RawAnswer(String text) {

    private static final int PATIENCE = 20_000;

    /** @param headers whole lines */
    static RawAnswer to(URI address, String... headers) {
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return to(address, "GET", address.getRawPath() + query, "", headers);
    }

    /**
     * @param path sent as it is, even where it is none
     * @param json the body; empty where there is none
     */
    static RawAnswer to(URI server, String method, String path, String json, String... headers) {
        var lines = new ArrayList<String>();
        lines.add(method + " " + path + " HTTP/1.1");
        lines.add("Host: %s:%d".formatted(server.getHost(), server.getPort()));
        lines.add("Connection: close");
        lines.addAll(List.of(headers));
        if (!json.isEmpty()) {
            lines.add("Content-Type: application/json");
            lines.add("Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length);
        }
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            return new RawAnswer(exchange(socket, String.join("\r\n", lines) + "\r\n\r\n" + json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server may hang up on a request that it does not want to read to its end; what it said until then counts. */
    private static String exchange(Socket socket, String request) throws IOException {
        var answer = new StringBuilder();
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var buffer = new byte[8192];
            for (int length; (length = socket.getInputStream().read(buffer)) > 0; ) {
                answer.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
        } catch (SocketException reset) {
            return answer.toString();
        }
        return answer.toString();
    }

    int status() {
        return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
    }

    /** RFC 6750 §3.1 and RFC 9457, with nothing of what went on inside. */
    void isRefusal() {
        assertThat(status()).as(text).isEqualTo(401);
        assertThat(text)
                .containsIgnoringCase("www-authenticate: Bearer error=\"invalid_token\"")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"/problems/not-signed-in\"", "\"status\":401", "\"requestId\":\"")
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("jsonwebtoken");
    }

    /** What is too long to be read at all is refused before anybody asks what it is. */
    void isRefusalOrTooMuch() {
        if (status() == 401) {
            isRefusal();
        } else {
            assertThat(status()).as(text).isIn(0, 400, 431);
        }
    }
}
