package io.sarangbang.doctor.services;

import io.sarangbang.doctor.fact.Fact;
import java.util.Map;
import java.util.Set;

/**
 * Who is there.
 *
 * @param health of each service by name: the status it says of itself
 * @param reachable of each service by name: the status that the gateway says of the way there
 * @param registered the services that the registry hands out, in small letters
 * @param database the version that the database server greets with
 */
record ServicesFacts(
        Map<String, Fact<String>> health,
        Map<String, Fact<String>> reachable,
        Fact<Set<String>> registered,
        Fact<String> database) {

    static final String UP = "UP";
    static final String REACHABLE = "REACHABLE";

    ServicesFacts {
        health = Map.copyOf(health);
        reachable = Map.copyOf(reachable);
    }
}
