package io.sarangbang.doctor.turn;

import java.util.Map;
import java.util.Optional;

/**
 * What became of asking for a relay.
 *
 * @param server the address that browsers are given, and by which way it was tried
 */
record TurnFacts(Map<Way, String> server, Map<Way, Attempt> attempts) {

    TurnFacts {
        server = Map.copyOf(server);
        attempts = Map.copyOf(attempts);
    }

    <T extends Attempt> Optional<T> became(Way way, Class<T> what) {
        return Optional.ofNullable(attempts.get(way)).filter(what::isInstance).map(what::cast);
    }

    boolean isTried(Way way) {
        return attempts.containsKey(way);
    }
}
