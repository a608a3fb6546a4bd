package io.sarangbang.gateway.stage;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The product's own registry, as a process. */
public final class Registry implements AutoCloseable {

    private final int port;
    private final Process process;

    private Registry(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    public static Registry start() {
        try {
            var port = freePort();
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(
                            List.of(java, "-Xmx64m", "-XX:TieredStopAtLevel=1", "-jar", jar().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/registry.log"));
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().put("BIND_ADDRESS", "127.0.0.1");
            var registry = new Registry(port, builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(registry.process::destroyForcibly));
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/eureka/";
    }

    public void awaitUp() {
        await().atMost(Duration.ofSeconds(60)).until(this::isUp);
    }

    private boolean isUp() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("../discovery/target"), "discovery-*.jar")) {
            for (var file : files) {
                return file;
            }
        } catch (IOException _) {
            // The same as none in it.
        }
        throw new IOException("the registry is not packaged; run: mvn -pl discovery package");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
