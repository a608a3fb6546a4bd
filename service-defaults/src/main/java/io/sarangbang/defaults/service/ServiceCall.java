package io.sarangbang.defaults.service;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * A request to another service. It may reach that service more than once, so it must be one that can be repeated.
 *
 * @param service the name under which it registers
 * @param path and query, under {@code /internal/}
 * @param body JSON, or none
 * @param patience how long the whole answer may take, however many instances are asked for it
 * @param share the most of it that one instance has, before the next one is asked
 */
public record ServiceCall(
        String service, String method, String path, BodyPublisher body, Duration patience, Duration share) {

    private static final Duration USUAL = Duration.ofSeconds(2);

    public static ServiceCall get(String service, String path) {
        return new ServiceCall(service, "GET", path, BodyPublishers.noBody(), USUAL, USUAL);
    }

    public static ServiceCall delete(String service, String path) {
        return new ServiceCall(service, "DELETE", path, BodyPublishers.noBody(), USUAL, USUAL);
    }

    public static ServiceCall post(String service, String path, byte[] json) {
        return new ServiceCall(service, "POST", path, BodyPublishers.ofByteArray(json), USUAL, USUAL);
    }

    public ServiceCall within(Duration patience) {
        return within(patience, patience);
    }

    /** For answers that come soon or not at all, where an instance that hangs must leave time for the others. */
    public ServiceCall within(Duration patience, Duration share) {
        return new ServiceCall(service, method, path, body, patience, share);
    }
}
