package io.sarangbang.auth.apikey;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may be good for; everything else takes the person themselves. */
enum Scope {
    PROFILE_READ("profile:read"),
    PROFILE_WRITE("profile:write"),
    ROOMS_READ("rooms:read"),
    ROOMS_WRITE("rooms:write"),
    CALLS_JOIN("calls:join");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
    }

    /** All of them in the form of a token's {@code scope} (RFC 6749 §3.3), always in the same order. */
    static String joined(Collection<Scope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(Scope::text).collect(Collectors.joining(" "));
    }

    static List<String> split(String joined) {
        return List.of(joined.split(" "));
    }

    static Set<String> all() {
        return Arrays.stream(values()).map(Scope::text).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
