package io.sarangbang.defaults.token;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Key;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/** Fetches the key set from an instance of auth-service that discovery knows. */
final class AuthServiceKeys implements KeySource {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration SHARE = Duration.ofSeconds(2);
    private static final int LARGEST = 64 * 1024;

    private final DiscoveryClient discovery;
    private final String service;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(SHARE)
            .build();

    AuthServiceKeys(DiscoveryClient discovery, String service) {
        this.discovery = discovery;
        this.service = service;
    }

    @Override
    public Map<String, Key> fetch() {
        IOException last = new IOException("no instance of " + service + " is registered");
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var instance : discovery.getInstances(service)) {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                break; // every token of a key that is not known waits for this
            }
            try {
                return get(instance.getUri().resolve("/.well-known/jwks.json"), left);
            } catch (IOException e) {
                last = e; // the next instance may do
            }
        }
        throw new KeysUnavailable(service + " published no keys", last);
    }

    private Map<String, Key> get(URI address, Duration left) throws IOException {
        var answer = send(HttpRequest.newBuilder(address).build(), left.compareTo(SHARE) < 0 ? left : SHARE);
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return read(answer.body());
    }

    /** Not by the request's own timeout, which ends with the head of the answer: its body could keep us here forever. */
    private HttpResponse<String> send(HttpRequest request, Duration patience) throws IOException {
        var pending = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
        try {
            return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new IOException(request.uri() + " did not answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException(request.uri() + " can't be read", e.getCause());
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Keys without a name can't be asked for; a body that is no key set is the service's fault, not the token's. */
    private static Map<String, Key> read(String body) throws IOException {
        try {
            return Jwks.setParser().build().parse(body).getKeys().stream()
                    .filter(it -> it.getId() != null)
                    .collect(Collectors.toMap(Jwk::getId, Jwk::toKey, (first, _) -> first));
        } catch (JwtException | IllegalArgumentException e) {
            throw new IOException("no key set", e);
        }
    }
}
