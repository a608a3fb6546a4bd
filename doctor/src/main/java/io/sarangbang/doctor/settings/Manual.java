package io.sarangbang.doctor.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of all variables: .env.example comes along in the jar. */
final class Manual {

    private static final Pattern VARIABLE = Pattern.compile("(?m)^#? ?([A-Z][A-Z0-9_]+)=");

    private Manual() {}

    static Set<String> variables() {
        try (var in = Manual.class.getResourceAsStream("/.env.example")) {
            return in == null ? Set.of() : variables(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> variables(String manual) {
        return VARIABLE.matcher(manual).results().map(it -> it.group(1)).collect(Collectors.toUnmodifiableSet());
    }
}
