package io.sarangbang.gateway.stage;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** A real Redis, as a process that can be ended, begun again and stopped in its tracks. */
public final class RedisServer implements AutoCloseable {

    private final int port;
    private Process process;

    private RedisServer(int port) {
        this.port = port;
    }

    /** A port on which none runs yet. */
    public static RedisServer absent() {
        try (var socket = new ServerSocket(0)) {
            return new RedisServer(socket.getLocalPort());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static RedisServer start() {
        var server = absent();
        server.begin();
        return server;
    }

    public void begin() {
        try {
            process = new ProcessBuilder(
                            "redis-server", "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "")
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/redis.log"))
                    .start();
        } catch (IOException e) {
            throw new AssertionError("redis-server is missing; bin/setup installs it", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(Duration.ofSeconds(20)).until(this::takesConnections);
    }

    public void end() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    /** It keeps its connections and answers nothing, as one that swaps does. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean takesConnections() {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
