package io.sarangbang.defaults.registration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Notes what an instance tells the registry, in order; the real one takes part in the gateway's tests. */
final class FakeRegistry implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z_]+)\"");
    private static final String NOBODY =
            "{\"applications\":{\"versions__delta\":\"1\",\"apps__hashcode\":\"\",\"application\":[]}}";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Supplier<String> note;

    /** @param note what to write beside each thing heard: the state of the world at that moment */
    FakeRegistry(Supplier<String> note) throws IOException {
        this.note = note;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/eureka/apps", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/eureka/";
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (exchange.getRequestMethod()) {
                case "POST" -> heard.add(status(body) + note.get());
                case "PUT" -> hearChange(exchange.getRequestURI().getQuery());
                case "DELETE" -> heard.add("CANCELLED" + note.get());
                default -> send(exchange);
            }
            if (!"GET".equals(exchange.getRequestMethod())) {
                exchange.sendResponseHeaders("POST".equals(exchange.getRequestMethod()) ? 204 : 200, -1);
            }
        }
    }

    private void hearChange(String query) {
        if (query != null && query.contains("value=")) {
            heard.add(query.replaceFirst(".*value=([A-Z_]+).*", "$1") + " at once" + note.get());
        }
    }

    private static void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = NOBODY.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String status(String instance) {
        var matcher = STATUS.matcher(instance);
        return matcher.find() ? matcher.group(1) : "?";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
