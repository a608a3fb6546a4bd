package io.sarangbang.auth.provider;

import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider is asked: {@code authorize} by browsers, the others by this service.
 *
 * @param unlink where it is told that a link has ended here
 * @param issuer who signs its ID tokens
 * @param keys which keys it signs them with
 */
record Endpoints(
        String authorize,
        String token,
        String userInfo,
        String unlink,
        @Nullable String issuer,
        @Nullable String keys) {

    boolean haveTheHostsOf(Endpoints other) {
        return hosts().equals(other.hosts());
    }

    private java.util.List<String> hosts() {
        return Stream.of(authorize, token, userInfo, unlink, issuer, keys)
                .filter(Objects::nonNull)
                .map(it -> URI.create(it).getAuthority())
                .toList();
    }
}
