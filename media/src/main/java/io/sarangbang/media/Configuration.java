package io.sarangbang.media;

import io.sarangbang.media.rpc.RpcSettings;
import io.sarangbang.media.rtc.MediaSettings;
import io.sarangbang.media.session.IceServer;
import io.sarangbang.media.session.IceSettings;
import io.sarangbang.media.session.PublicAddress;
import io.sarangbang.media.webhook.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns OpenVidu's environment variables, and a few of our own, into settings. */
final class Configuration {

    private static final int MIN_SECRET = 16;

    private final Environment env;

    private Configuration(Environment env) {
        this.env = env;
    }

    static ServerSettings read(Map<String, String> variables) throws BadConfiguration {
        var env = new Environment(variables);
        var settings = new Configuration(env).settings();
        env.requireNoProblems();
        return settings;
    }

    private ServerSettings settings() {
        return new ServerSettings(
                env.text("BIND_ADDRESS").orElse(""),
                env.number("SERVER_PORT", 5443, 0, 65_535),
                secret(),
                address(),
                media(),
                ice(),
                webhook(),
                RpcSettings.defaults(),
                Duration.ofSeconds(env.number("OPENVIDU_SESSIONS_GARBAGE_INTERVAL", 900, 0, 86_400)),
                Duration.ofSeconds(env.number("OPENVIDU_SESSIONS_GARBAGE_THRESHOLD", 3600, 0, 31_536_000)));
    }

    private String secret() {
        var secret = env.text("OPENVIDU_SECRET").orElse("");
        if (secret.isEmpty()) {
            env.problem("OPENVIDU_SECRET is not set: backends prove themselves with it");
        } else if (!secret.matches("[A-Za-z0-9_-]+")) {
            env.problem("OPENVIDU_SECRET may hold letters, digits, - and _ only");
        } else if (secret.length() < MIN_SECRET || secret.equals("MY_SECRET")) {
            env.problem("OPENVIDU_SECRET is too easy to guess: it needs at least " + MIN_SECRET + " characters");
        }
        return secret;
    }

    private PublicAddress address() {
        var host = env.text("DOMAIN_OR_PUBLIC_IP").orElse("");
        if (host.isEmpty()) {
            env.problem("DOMAIN_OR_PUBLIC_IP is not set: it is the name or address browsers reach this server by");
        } else if (!host.matches("[A-Za-z0-9.-]+|[0-9A-Fa-f:]+")) {
            env.problem("DOMAIN_OR_PUBLIC_IP must be a name or an address without scheme, port or path, not '" + host
                    + "'");
        }
        return new PublicAddress(host, env.number("HTTPS_PORT", 443, 1, 65_535), env.flag("FORCE_PLAIN_HTTP", false));
    }

    private MediaSettings media() {
        return new MediaSettings(
                env.number("MEDIA_PORT", 40_000, 0, 65_535),
                env.list("MEDIA_ADDRESSES"),
                env.list("MEDIA_ANNOUNCED_IPS"),
                env.flag("MEDIA_TCP", true),
                env.number("OPENVIDU_STREAMS_VIDEO_MAX_RECV_BANDWIDTH", 1000, 30, 100_000));
    }

    private IceSettings ice() {
        var listed = env.jsonList("OPENVIDU_WEBRTC_ICE_SERVERS").stream()
                .map(this::iceServer)
                .flatMap(Optional::stream)
                .toList();
        var host = env.text("COTURN_IP");
        var secret = env.text("COTURN_SHARED_SECRET_KEY");
        var port = env.number("COTURN_PORT", 3478, 1, 65_535);
        if (host.isPresent() != secret.isPresent()) {
            env.problem("COTURN_IP and COTURN_SHARED_SECRET_KEY need each other: only one is set");
        }
        if (host.isEmpty() || secret.isEmpty()) {
            return new IceSettings(null, listed);
        }
        return new IceSettings(new IceSettings.Turn(host.get(), port, secret.get()), listed);
    }

    /** One entry, like {@code url=turns:turn.example.com:443,staticAuthSecret=...}. */
    private Optional<IceSettings.Listed> iceServer(String entry) {
        var parts = new HashMap<String, String>();
        for (var part : entry.split(",")) {
            var equals = part.indexOf('=');
            parts.put(
                    part.substring(0, Math.max(equals, 0)).trim(),
                    part.substring(equals + 1).trim());
        }
        try {
            var url = Objects.requireNonNullElse(parts.get("url"), "");
            var server = new IceServer(url, parts.get("username"), parts.get("credential"));
            return Optional.of(new IceSettings.Listed(server, parts.get("staticAuthSecret")));
        } catch (IllegalArgumentException e) {
            env.problem("OPENVIDU_WEBRTC_ICE_SERVERS: " + e.getMessage());
            return Optional.empty();
        }
    }

    private WebhookSettings webhook() {
        if (!env.flag("OPENVIDU_WEBHOOK", false)) {
            return WebhookSettings.none();
        }
        var headers = env.jsonList("OPENVIDU_WEBHOOK_HEADERS").stream()
                .map(this::header)
                .flatMap(Optional::stream)
                .toList();
        return WebhookSettings.to(endpoint(), headers, events());
    }

    private URI endpoint() {
        var given = env.text("OPENVIDU_WEBHOOK_ENDPOINT").orElse("");
        try {
            var endpoint = URI.create(given);
            if (endpoint.getHost() != null && Set.of("http", "https").contains(endpoint.getScheme())) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // told below, like an address of another kind
        }
        env.problem("OPENVIDU_WEBHOOK_ENDPOINT must be an http or https address, not '" + given + "'");
        return URI.create("http://localhost");
    }

    private Optional<WebhookSettings.Header> header(String line) {
        var colon = line.indexOf(':');
        if (colon < 1) {
            env.problem("OPENVIDU_WEBHOOK_HEADERS must hold entries like \"Name: value\"");
            return Optional.empty();
        }
        return Optional.of(new WebhookSettings.Header(
                line.substring(0, colon).trim(), line.substring(colon + 1).trim()));
    }

    private Set<String> events() {
        var wanted = env.jsonList("OPENVIDU_WEBHOOK_EVENTS");
        var unknown = new HashSet<>(wanted);
        unknown.removeAll(WebhookSettings.ALL_EVENTS);
        if (!unknown.isEmpty()) {
            env.problem("OPENVIDU_WEBHOOK_EVENTS names events that do not exist: " + List.copyOf(unknown));
        }
        return Set.copyOf(wanted.isEmpty() ? WebhookSettings.ALL_EVENTS : wanted);
    }
}
