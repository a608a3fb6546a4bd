package io.sarangbang.users.profile;

import io.sarangbang.defaults.problem.MalformedRequest;
import io.sarangbang.defaults.problem.ValidationFailed;
import io.sarangbang.defaults.problem.ValidationFailed.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody wants changed; a member that is null was left out.
 *
 * <p>Read from the tree, not bound: binding can't tell a member left out from one that is null.
 */
record ProfileChange(
        @Nullable DisplayName displayName, @Nullable Language locale) {

    private static final String NAME = "displayName";
    private static final String LOCALE = "locale";
    private static final String NAME_RULE =
            "1 to 40 characters, none of them invisible, breaking the line or turning the writing direction";

    /** Reads all members before it refuses, so that a person sees all that is wrong at once. */
    static ProfileChange of(JsonNode body) {
        if (!body.isObject()) {
            throw new MalformedRequest("The body is not a JSON object.");
        }
        var errors = new ArrayList<Violation>();
        var name = read(body, NAME, NAME_RULE, DisplayName::typed, errors);
        var locale = read(body, LOCALE, "ko or en", Language::of, errors);
        body.propertyNames().stream()
                .filter(it -> !it.equals(NAME) && !it.equals(LOCALE))
                .forEach(it -> errors.add(new Violation(pointer(it), "can't be changed or is not known")));
        if (!errors.isEmpty()) {
            throw new ValidationFailed(List.copyOf(errors));
        }
        return new ProfileChange(name, locale);
    }

    boolean isEmpty() {
        return displayName == null && locale == null;
    }

    private static <T> @Nullable T read(
            JsonNode body, String member, String rule, Function<String, Optional<T>> reader, List<Violation> errors) {
        var value = body.get(member);
        if (value == null) {
            return null;
        }
        var read = value.isString() ? reader.apply(value.asString()) : Optional.<T>empty();
        if (read.isEmpty()) {
            errors.add(new Violation(pointer(member), rule));
        }
        return read.orElse(null);
    }

    /** RFC 6901 §3; cut, because the member's name comes from outside. */
    private static String pointer(String member) {
        var escaped = member.replace("~", "~0").replace("/", "~1");
        return "/" + escaped.substring(0, Math.min(escaped.length(), 64));
    }
}
