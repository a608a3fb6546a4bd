package io.sarangbang.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;

/** Over a socket: what Tomcat refuses never reaches the mock environment. */
@SpringBootTest(
        classes = TomcatProblemTests.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "eureka.client.enabled=false")
class TomcatProblemTests {

    @LocalServerPort
    private int port;

    static Arguments[] refused() {
        return new Arguments[] {
            Arguments.of(
                    "a header too large", request("GET / HTTP/1.1", "Authorization: Bearer " + "a".repeat(20_000))),
            Arguments.of("an address too long", request("GET /?" + "a".repeat(20_000) + " HTTP/1.1", "X: y")),
            Arguments.of("an address that is none", request("GET /?x=[<script>] HTTP/1.1", "X: y")),
            Arguments.of("two hosts", request("GET / HTTP/1.1", "Host: another")),
            Arguments.of("a header without a name", request("GET / HTTP/1.1", ": y")),
            Arguments.of("no HTTP at all", "GARBAGE\r\n\r\n")
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatTomcatRefusesIsAProblemToo(String name, String request) throws IOException {
        var answer = send(request);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "X-Request-Id: ");
        assertThat(answer)
                .contains("\"type\":\"/problems/malformed-request\"", "\"status\":400", "\"requestId\":\"")
                .doesNotContain("<html", "<script>", "Tomcat", "Exception");
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket);
        }
    }

    /** Tomcat may reset a connection whose request it did not read to the end; what it said before counts. */
    private static String read(Socket socket) throws IOException {
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try {
            for (int length; (length = socket.getInputStream().read(buffer)) > 0; ) {
                answer.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
        } catch (SocketException reset) {
            return answer.toString();
        }
        return answer.toString();
    }

    private static String request(String line, String header) {
        return line + "\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n";
    }

    @Configuration
    @EnableAutoConfiguration
    static class Service {}
}
