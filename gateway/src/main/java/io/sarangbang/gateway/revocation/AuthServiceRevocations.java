package io.sarangbang.gateway.revocation;

import io.sarangbang.defaults.service.ServiceCall;
import io.sarangbang.defaults.service.ServiceClient;
import io.sarangbang.defaults.service.ServiceUnreachable;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks auth-service, as docs/api.md has it. */
final class AuthServiceRevocations implements RevocationSource {

    private static final int LARGEST = 4 * 1024 * 1024;

    private final ServiceClient services;
    private final RevocationSettings settings;
    private final JsonMapper json = JsonMapper.builder().build();

    AuthServiceRevocations(ServiceClient services, RevocationSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    @Override
    public Ended since(@Nullable String asOf, @Nullable String next) {
        var query = Stream.of(parameter("since", asOf), parameter("after", next))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("&", "?", ""));
        var answer = ask("/internal/revocations" + (query.length() > 1 ? query : ""));
        if (answer.statusCode() != 200) {
            throw new Silent("auth-service answered " + answer.statusCode(), null);
        }
        return read(answer.body());
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> ask(String path) {
        try {
            return services.send(
                    ServiceCall.get("auth-service", path).within(settings.patience(), settings.share()),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        } catch (ServiceUnreachable e) {
            throw new Silent(String.valueOf(e.getMessage()), e);
        }
    }

    private Ended read(byte[] body) {
        try {
            return json.readValue(body, Ended.class);
        } catch (JacksonException | NullPointerException e) {
            throw new Silent("auth-service's answer can't be read", e);
        }
    }
}
