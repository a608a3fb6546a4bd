package io.sarangbang.doctor.fact;

import java.util.HashMap;
import java.util.Map;

/** Everything that was learnt: one record of facts per feature, or why there is none. */
public final class Facts {

    private final Map<Class<?>, Fact<?>> byType;

    private Facts(Map<Class<?>, Fact<?>> byType) {
        this.byType = Map.copyOf(byType);
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    public <T extends Record> Facts with(Class<T> type, Fact<T> fact) {
        var more = new HashMap<>(byType);
        more.put(type, fact);
        return new Facts(more);
    }

    /** For tests of checks, mostly. */
    public static <T extends Record> Facts of(Class<T> type, T value) {
        return none().with(type, Fact.known(value));
    }

    @SuppressWarnings("unchecked") // with() lets only a fact of its type in
    public <T extends Record> Fact<T> get(Class<T> type) {
        return (Fact<T>) byType.getOrDefault(type, Fact.unknown("nobody asked"));
    }
}
