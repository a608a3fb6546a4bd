package io.sarangbang.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads environment variables and remembers everything that is wrong with them, to tell all of it at once. */
final class Environment {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** An empty variable is one that is not set, as compose files write it. */
    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::trim).filter(value -> !value.isEmpty());
    }

    int number(String name, int otherwise, int least, int most) {
        var given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(given.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        problem(name + " must be a number from " + least + " to " + most + ", not '" + given.get() + "'");
        return otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        var given = text(name);
        if (given.isPresent() && !given.get().equals("true") && !given.get().equals("false")) {
            problem(name + " must be true or false, not '" + given.get() + "'");
        }
        return given.map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** Values separated by commas. */
    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A JSON array of strings, which is how OpenVidu writes lists. */
    List<String> jsonList(String name) {
        var given = text(name);
        if (given.isEmpty()) {
            return List.of();
        }
        try {
            var array = JSON.readTree(given.get());
            if (array.isArray() && array.values().stream().allMatch(JsonNode::isString)) {
                return array.values().stream().map(JsonNode::stringValue).toList();
            }
        } catch (JacksonException e) {
            // told below, like JSON of another kind
        }
        problem(name + " must be a JSON array of strings, like [\"a\",\"b\"]");
        return List.of();
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    void requireNoProblems() throws BadConfiguration {
        if (!problems.isEmpty()) {
            throw new BadConfiguration(problems);
        }
    }
}
