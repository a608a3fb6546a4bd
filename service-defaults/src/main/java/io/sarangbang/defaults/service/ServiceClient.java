package io.sarangbang.defaults.service;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import io.sarangbang.defaults.request.RequestId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Calls another service in this one's name, at whichever of its instances answers. Blocks. */
public final class ServiceClient {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final DiscoveryClient discovery;
    private final ServiceCredentials credentials;
    private final ObservationRegistry observations;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    public ServiceClient(DiscoveryClient discovery, ServiceCredentials credentials, ObservationRegistry observations) {
        this.discovery = discovery;
        this.credentials = credentials;
        this.observations = observations;
    }

    /**
     * The answer of the first instance that gives one, whatever its status.
     *
     * @throws ServiceUnreachable when no instance is registered, or none answers in time
     */
    public <T> HttpResponse<T> send(ServiceCall call, BodyHandler<T> body) {
        IOException last = new IOException("no instance is registered");
        var end = System.nanoTime() + call.patience().toNanos();
        for (var instance : instances(call.service())) {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive() || Thread.currentThread().isInterrupted()) {
                break; // whoever asks waits no longer, however many instances there are
            }
            try {
                return observed(call, instance, shorter(left, call.share()), body);
            } catch (IOException e) {
                last = e; // the next instance may do
            }
        }
        throw new ServiceUnreachable(call.service(), last);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** In any order, so that instances share the work. */
    private List<ServiceInstance> instances(String service) {
        var instances = new ArrayList<>(discovery.getInstances(service));
        Collections.shuffle(instances);
        return instances;
    }

    /** A span of its own for each try, which the instance that is asked continues; and a timer for all of them. */
    private <T> HttpResponse<T> observed(
            ServiceCall call, ServiceInstance instance, Duration patience, BodyHandler<T> body) throws IOException {
        var request = request(call, instance);
        var carrier = new SenderContext<HttpRequest.Builder>((_, name, value) -> request.setHeader(name, value));
        carrier.setCarrier(request);
        var observation = Observation.createNotStarted("service.calls", () -> carrier, observations)
                .contextualName(call.method() + " " + call.service())
                .lowCardinalityKeyValue("to", call.service())
                .lowCardinalityKeyValue("outcome", "unreachable");
        return observation.observeChecked(() -> {
            var answer = send(request.build(), patience, body);
            observation.lowCardinalityKeyValue("outcome", answer.statusCode() / 100 + "xx");
            return answer;
        });
    }

    private HttpRequest.Builder request(ServiceCall call, ServiceInstance instance) {
        // Put together by hand: resolved as a reference, a path could name another host.
        return HttpRequest.newBuilder(URI.create(instance.getUri() + call.path()))
                .method(call.method(), call.body())
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + credentials.issue(call.service()))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .header(RequestId.HEADER, RequestId.acceptedOrNew(RequestId.current())); // "none" is too short for one
    }

    /** Not by the request's own timeout, which ends with the head of the answer: its body could keep us here forever. */
    private <T> HttpResponse<T> send(HttpRequest request, Duration patience, BodyHandler<T> body) throws IOException {
        var pending = http.sendAsync(request, body);
        try {
            return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new IOException("no answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
