package io.sarangbang.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The embedded media server as a process of its own, on free ports of this machine. */
final class MediaServerProcess implements AutoCloseable {

    static final String SECRET = "only-for-tests-0123456789";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Process process;

    private MediaServerProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static MediaServerProcess start(Map<String, String> more) throws IOException, InterruptedException {
        int port = freePort();
        var environment = new HashMap<String, String>();
        environment.put("OPENVIDU_SECRET", SECRET);
        environment.put("DOMAIN_OR_PUBLIC_IP", "127.0.0.1");
        environment.put("BIND_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("HTTPS_PORT", String.valueOf(port));
        environment.put("FORCE_PLAIN_HTTP", "true");
        environment.put("MEDIA_PORT", String.valueOf(freePort()));
        environment.put("MEDIA_ADDRESSES", "127.0.0.1");
        environment.putAll(more);
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.sarangbang.media.Main");
        builder.environment().putAll(environment);
        var server = new MediaServerProcess(port, builder.inheritIO().start());
        server.awaitOpen();
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A port where nobody listens, over neither TCP nor UDP. */
    static int freePort() {
        try (var tcp = new ServerSocket(0);
                var udp = new DatagramSocket(tcp.getLocalPort())) {
            return udp.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitOpen() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!isOpen()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new AssertionError("the media server does not start");
            }
            Thread.sleep(50);
        }
    }

    private boolean isOpen() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
