package io.sarangbang.gateway.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Finds the address that a request really comes from: what trusted proxies report, as far as they are trusted. */
@Component
public class ClientAddress {

    private static final int HOME = 8; // the bytes of a /64, of which everybody has all addresses

    private final List<Cidr> trusted;

    ClientAddress(ProxySettings settings) {
        this.trusted = settings.trustedProxies();
    }

    /** Whether what came before may be believed about the request. */
    public boolean cameThroughProxy(ServerHttpRequest request) {
        var peer = peer(request);
        return peer != null && isTrusted(peer);
    }

    /** The address as text, if there is a connection at all. */
    public @Nullable String of(ServerHttpRequest request) {
        var client = client(request);
        return client == null ? null : client.getHostAddress();
    }

    /** Who is counted as one: an IPv4 address, or the IPv6 network that a connection is given as a whole. */
    public String household(ServerHttpRequest request) {
        var client = client(request);
        if (client == null) {
            return "unknown";
        }
        return client instanceof Inet6Address
                ? HexFormat.of().formatHex(client.getAddress(), 0, HOME) + "/64"
                : client.getHostAddress();
    }

    private @Nullable InetAddress client(ServerHttpRequest request) {
        var client = peer(request);
        var hops = String.join(",", request.getHeaders().getOrEmpty("X-Forwarded-For"))
                .split(",");
        // From the right: each trusted hop vouches for the one before it, and for no other.
        for (int i = hops.length - 1; i >= 0 && client != null && isTrusted(client); i--) {
            var before = parse(hops[i].strip());
            if (before == null) {
                break;
            }
            client = before;
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(it -> it.contains(address));
    }

    private static @Nullable InetAddress peer(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null ? null : remote.getAddress();
    }

    private static @Nullable InetAddress parse(String text) {
        try {
            return text.isEmpty() ? null : InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
