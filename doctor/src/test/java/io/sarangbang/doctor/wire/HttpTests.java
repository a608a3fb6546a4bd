package io.sarangbang.doctor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Installation.View;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTests {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aBodyEndsWhereItsLengthSays() throws Exception {
        assertThat(answered("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokmore")
                        .text())
                .isEqualTo("ok");
    }

    @Test
    void aBodyMayComeInChunks() throws Exception {
        var reply = answered(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\none\r\nA\r\n, two, all\r\n0\r\n\r\n");

        assertThat(reply.text()).isEqualTo("one, two, all");
    }

    @Test
    void withoutALengthItEndsWithTheConnection() throws Exception {
        assertThat(answered("HTTP/1.0 200 OK\r\n\r\nall of it").text()).isEqualTo("all of it");
    }

    @Test
    void headersAreFoundHoweverTheyAreWritten() throws Exception {
        var reply =
                answered("HTTP/1.1 301 Moved\r\nLOCATION:  https://x/ \r\nA: 1\r\na: 2\r\nContent-Length: 0\r\n\r\n");

        assertThat(reply.header("Location")).contains("https://x/");
        assertThat(reply.headers().get("a")).containsExactly("1", "2");
    }

    @Test
    void whatIsSaidInAdvanceIsPassedOver() throws Exception {
        assertThat(answered("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoeverSpeaksOtherwiseIsNoWebServer() {
        assertThatThrownBy(() -> answered("220 mail.example.kr ESMTP\r\n")).hasMessageStartingWith("no HTTP: 220 mail");
        assertThatThrownBy(() -> answered("HTTP/1.1 200 OK\r\nCont"))
                .hasMessage("the connection ended before the answer did");
    }

    @Test
    void theRequestNamesHostAndPort() throws Exception {
        var heard = heard();
        var uri = URI.create("http://localhost:" + server.getLocalPort() + "/a?b=c");

        wire().send("POST", uri, Map.of("X-Own", "1"), "body");

        assertThat(heard.get())
                .startsWith("POST /a?b=c HTTP/1.1", "Host: localhost:" + server.getLocalPort())
                .contains("Content-Length: 4", "X-Own: 1", "Connection: close");
    }

    private Reply answered(String text) throws IOException {
        Thread.ofVirtual().start(() -> answer(text));
        return wire().get(URI.create("http://localhost:" + server.getLocalPort() + "/"));
    }

    private FutureTask<List<String>> heard() {
        var task = new FutureTask<List<String>>(() -> answer("HTTP/1.1 204 No Content\r\n\r\n"));
        Thread.ofVirtual().start(task);
        return task;
    }

    private List<String> answer(String text) {
        try (var socket = server.accept()) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var lines = new ArrayList<String>();
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Wire wire() {
        var nowhere = Path.of("/nonexistent");
        return new Wire(new Installation(Map.of(), nowhere, nowhere, View.OUTSIDE));
    }
}
