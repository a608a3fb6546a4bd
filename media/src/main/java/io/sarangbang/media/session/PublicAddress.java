package io.sarangbang.media.session;

/**
 * Where browsers reach this server. Taken from the configuration, never from a request: a backend may call us by
 * another name than browsers do.
 *
 * @param host a name or address, without scheme and port
 * @param port the public port
 * @param plain whether browsers speak {@code ws} and {@code http} to it instead of {@code wss} and {@code https}
 */
public record PublicAddress(String host, int port, boolean plain) {

    public String url() {
        return (plain ? "http://" : "https://") + authority();
    }

    String tokenUrl(String sessionId, String token) {
        return (plain ? "ws://" : "wss://") + authority() + "?sessionId=" + sessionId + "&token=" + token;
    }

    /** The host as a URL wants it. */
    public String urlHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private String authority() {
        return port == (plain ? 80 : 443) ? urlHost() : urlHost() + ":" + port;
    }
}
