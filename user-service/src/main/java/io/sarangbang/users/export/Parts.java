package io.sarangbang.users.export;

import io.sarangbang.defaults.problem.ServiceUnavailable;
import io.sarangbang.defaults.service.ServiceClient;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Fetches what the other services hold, all of it or nothing. */
@Component
class Parts {

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private final ServiceClient services;
    private final ObjectReader reader;
    private final ExportSettings settings;

    Parts(ServiceClient services, JsonMapper json, ExportSettings settings) {
        this.services = services;
        this.reader = json.reader().without(StreamReadFeature.AUTO_CLOSE_SOURCE); // a spool is read twice
        this.settings = settings;
    }

    /**
     * Fills the spools of all parts, at the same time.
     *
     * @throws ServiceUnavailable naming the first service that gave no proper part in time
     */
    void fetch(List<Part> parts) throws InterruptedException {
        var tasks = parts.stream().<Callable<Part>>map(it -> () -> fetch(it)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetched = threads.invokeAll(tasks, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < parts.size(); i++) {
                require(fetched.get(i), parts.get(i).service());
            }
        }
    }

    private static void require(Future<Part> fetched, String service) throws InterruptedException {
        try {
            fetched.get();
        } catch (ExecutionException | CancellationException e) {
            log.warn("no export of what {} holds: {}", service, e.getMessage());
            throw new ServiceUnavailable(service, "%s can't tell now what it holds.".formatted(service));
        }
    }

    private Part fetch(Part part) throws IOException {
        var status = services.send(part.call().within(settings.patience()), into(part.spool()))
                .statusCode();
        if (status != HttpStatus.OK.value()) {
            throw new IOException("it answered " + status);
        }
        requireObject(part.spool());
        return part;
    }

    private BodyHandler<Void> into(Spool spool) {
        return BodyHandlers.limiting(
                head -> head.statusCode() == HttpStatus.OK.value() ? spool.filled() : BodySubscribers.discarding(),
                settings.largestPart().toBytes());
    }

    /** Reads it to the end, in little memory. What is wrong with it is not told: the reason would quote it. */
    private void requireObject(Spool spool) throws IOException {
        try (var parser = reader.createParser(spool.reader())) {
            var isObject = parser.nextToken() == JsonToken.START_OBJECT;
            if (!isObject || parser.skipChildren().nextToken() != null) {
                throw new IOException("its answer is no JSON object");
            }
        } catch (JacksonException _) {
            throw new IOException("its answer is no JSON");
        }
    }
}
