package io.sarangbang.standin.grants;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The parameters of an OAuth request; an empty one counts as left out (RFC 6749 §3.1). */
public record Parameters(MultiValueMap<String, String> all) {

    public @Nullable String get(String name) {
        var value = all.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    public String orEmpty(String name) {
        var value = get(name);
        return value == null ? "" : value;
    }

    public boolean has(String name) {
        return get(name) != null;
    }

    /** Whether one came twice, which RFC 6749 §3.1 forbids and attackers like. */
    public boolean repeats(String... names) {
        return Arrays.stream(names)
                .anyMatch(it -> all.getOrDefault(it, java.util.List.of()).size() > 1);
    }

    /** The words of a list: Kakao separates them by comma, OAuth by space. */
    public Set<String> words(String name) {
        var words = new LinkedHashSet<>(Arrays.asList(orEmpty(name).split("[\\s,]+")));
        words.remove("");
        return words;
    }
}
