package io.sarangbang.doctor.services;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.wire.Http;
import io.sarangbang.doctor.wire.Reply;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks each container by its own name, all at once. */
final class ServicesProbe {

    static final List<String> SERVICES = List.of("auth-service", "user-service", "room-service");

    private final Wire wire;
    private final JsonMapper json = JsonMapper.builder().build();

    private ServicesProbe(Wire wire) {
        this.wire = wire;
    }

    static ServicesFacts ask(Inquiry inquiry) throws InterruptedException {
        return new ServicesProbe(new Wire(inquiry.installation())).facts();
    }

    private ServicesFacts facts() throws InterruptedException {
        var registered = started(() -> Fact.known(registered()));
        var database = started(() -> Fact.known(database()));
        var health = new HashMap<String, FutureTask<Fact<String>>>();
        var reachable = new HashMap<String, FutureTask<Fact<String>>>();
        for (var service : SERVICES) {
            health.put(service, started(() -> Fact.known(status(management(service, "readiness")))));
            reachable.put(service, started(() -> Fact.known(status(management("gateway", service)))));
        }
        return new ServicesFacts(ended(health), ended(reachable), ended(registered), ended(database));
    }

    private static URI management(String container, String group) {
        return URI.create("http://" + container + ":9090/actuator/health/" + group);
    }

    private String status(URI health) throws IOException {
        var reply = wire.get(health);
        var status = json(reply).path("status");
        if (!status.isString()) {
            throw new IOException("HTTP " + reply.status() + " instead of its health");
        }
        return status.asString();
    }

    private Set<String> registered() throws IOException {
        var registry = URI.create("http://discovery:8761/eureka/apps");
        try (var socket = wire.open(registry)) {
            var reply = Http.exchange(socket, "GET", registry, Map.of("Accept", "application/json"), "");
            if (reply.status() != 200) {
                throw new IOException("HTTP " + reply.status());
            }
            return services(json(reply));
        }
    }

    /** Those with an instance that is up. The registry writes a single entry without brackets. */
    static Set<String> services(JsonNode apps) {
        var names = new HashSet<String>();
        for (var app : each(apps.path("applications").path("application"))) {
            for (var instance : each(app.path("instance"))) {
                if (ServicesFacts.UP.equals(instance.path("status").asString(""))) {
                    names.add(app.path("name").asString("").toLowerCase(Locale.ROOT));
                }
            }
        }
        return Set.copyOf(names);
    }

    private static Iterable<JsonNode> each(JsonNode oneOrMany) {
        return oneOrMany.isObject() ? List.of(oneOrMany) : oneOrMany;
    }

    private String database() throws IOException {
        try (var socket = wire.tcp("mysql", 3306)) {
            return MySqlGreeting.read(socket.getInputStream());
        }
    }

    private JsonNode json(Reply reply) throws IOException {
        try {
            return json.readTree(reply.text());
        } catch (JacksonException e) {
            throw new IOException("HTTP " + reply.status() + " and no JSON", e);
        }
    }

    private static <T> FutureTask<Fact<T>> started(java.util.concurrent.Callable<Fact<T>> question) {
        var task = new FutureTask<>(question);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static <T> Fact<T> ended(FutureTask<Fact<T>> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            return Fact.unknown(Wire.said(java.util.Objects.requireNonNullElse(e.getCause(), e)));
        }
    }

    private static Map<String, Fact<String>> ended(Map<String, FutureTask<Fact<String>>> tasks)
            throws InterruptedException {
        var answers = new HashMap<String, Fact<String>>();
        for (var task : tasks.entrySet()) {
            answers.put(task.getKey(), ended(task.getValue()));
        }
        return answers;
    }
}
