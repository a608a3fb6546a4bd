package io.sarangbang.gateway.trust;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Finds the address that a request really comes from: what trusted proxies report, as far as they are trusted. */
final class ClientAddress {

    private final List<Cidr> trusted;

    ClientAddress(List<Cidr> trusted) {
        this.trusted = trusted;
    }

    boolean cameThroughProxy(ServerHttpRequest request) {
        var peer = peer(request);
        return peer != null && isTrusted(peer);
    }

    @Nullable
    String of(ServerHttpRequest request) {
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
        return client == null ? null : client.getHostAddress();
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
