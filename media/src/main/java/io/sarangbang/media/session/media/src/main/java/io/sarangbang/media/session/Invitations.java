package io.sarangbang.media.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The connections of a room that nobody has used yet. Guarded by the room's lock. */
final class Invitations {

    private final Map<String, Connection> pending = new LinkedHashMap<>();

    void add(Connection connection) {
        pending.put(connection.id(), connection);
    }

    /** Uses up a token; empty when there is no such token, or no longer. */
    Optional<Connection> redeem(String tokenUrl) {
        var found = pending.values().stream()
                .filter(candidate -> candidate.tokenUrl().equals(tokenUrl))
                .findFirst();
        found.ifPresent(connection -> pending.remove(connection.id()));
        return found;
    }

    boolean revoke(String connectionId) {
        return pending.remove(connectionId) != null;
    }

    void revokeAll() {
        pending.clear();
    }

    Optional<Connection> find(String connectionId) {
        return Optional.ofNullable(pending.get(connectionId));
    }

    Stream<Connection> all() {
        return pending.values().stream();
    }
}
