package io.sarangbang.users;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The service in a process of its own, which can be killed as no shutdown hook ever sees it. */
public final class ServiceProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile int port;

    private ServiceProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    public static ServiceProcess start(List<String> properties, String heap) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                UsersApplication.class.getName(),
                "--server.port=0",
                "--eureka.client.enabled=false"));
        properties.forEach(it -> command.add("--" + it));
        try {
            var service = new ServiceProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            service.isUp();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> asks(String token, String method, String path, String body) {
        return asks(token, method, path, body, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> asks(String token, String method, String path, String body, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .build();
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    /** How many lines of its log hold this. */
    public long says(String text) {
        return log.stream().filter(it -> it.contains(text)).count();
    }

    /** Where the system tells: the files it holds open. */
    public List<String> openFiles() {
        var descriptors = Path.of("/proc/" + process.pid() + "/fd");
        if (!Files.exists(descriptors)) {
            return List.of();
        }
        try (var files = Files.list(descriptors)) {
            return files.map(ServiceProcess::target).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At once, by the system: nothing of it runs any more. */
    public void isKilled() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        isKilled();
    }

    private void isUp() {
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> port != 0 || !process.isAlive());
        } finally {
            if (port == 0) {
                isKilled();
            }
        }
        if (port == 0) {
            throw new AssertionError("it did not start:\n" + String.join("\n", log));
        }
    }

    private void read() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                log.add(line);
                var started = PORT.matcher(line);
                if (started.find()) {
                    port = Integer.parseInt(started.group(1));
                }
            }
        } catch (IOException _) {
            // killed
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
