package io.sarangbang.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;

class OwnTurnTests extends OnStage {

    @RepeatedTest(20)
    void aConnectionGoesOnAfterARefusalRightBehindAServicesAnswer() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);

            send(socket, get("/api/auth/providers") + get("/api/users/me"));
            assertThat(statuses(socket, 2)).endsWith("401");
            send(socket, get("/api/users/me"));

            assertThat(statuses(socket, 1)).isEqualTo("401");
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads so many answers; a body is never taken for one, because none of ours holds a status line. */
    private static String statuses(Socket socket, int answers) throws IOException {
        var heard = new StringBuilder();
        var statuses = new StringBuilder();
        for (var n = 0; n < answers; ) {
            heard.append((char) socket.getInputStream().read());
            if (heard.toString().matches("(?s).*HTTP/1\\.1 \\d{3}")) {
                statuses.append(heard, heard.length() - 3, heard.length());
                heard.setLength(0);
                n++;
            }
        }
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
        return statuses.toString();
    }
}
