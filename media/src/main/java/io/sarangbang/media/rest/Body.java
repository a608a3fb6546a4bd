package io.sarangbang.media.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON request body: members left out and nulls mean the default, unknown ones mean nothing. */
record Body(ObjectNode members) {

    private static final JsonMapper JSON = new JsonMapper();

    static Body parse(String text) throws BadParameter {
        if (text.isBlank()) {
            return new Body(JsonNodeFactory.instance.objectNode());
        }
        try {
            if (JSON.readTree(text) instanceof ObjectNode members) {
                return new Body(members);
            }
        } catch (JacksonException e) {
            throw new BadParameter("The body is not JSON: " + e.getOriginalMessage());
        }
        throw new BadParameter("The body must be a JSON object");
    }

    Optional<String> text(String name) throws BadParameter {
        var value = given(name);
        if (value != null && !value.isString()) {
            throw new BadParameter("Type error in parameter \"" + name + "\": it must be a string");
        }
        return value == null ? Optional.empty() : Optional.of(value.stringValue());
    }

    boolean flag(String name, boolean otherwise) throws BadParameter {
        var value = given(name);
        if (value != null && !value.isBoolean()) {
            throw new BadParameter("Type error in parameter \"" + name + "\": it must be a boolean");
        }
        return value == null ? otherwise : value.booleanValue();
    }

    Optional<ObjectNode> object(String name) throws BadParameter {
        var value = given(name);
        if (value != null && !value.isObject()) {
            throw new BadParameter("Error in parameter '" + name + "'. It is not a valid JSON object");
        }
        return value == null ? Optional.empty() : Optional.of((ObjectNode) value);
    }

    List<JsonNode> array(String name) throws BadParameter {
        var value = given(name);
        if (value != null && !value.isArray()) {
            throw new BadParameter("\"" + name + "\" parameter is not a valid JSON array");
        }
        return value == null ? List.of() : List.copyOf(value.values());
    }

    String choice(String name, String... allowed) throws BadParameter {
        var value = text(name).orElse(allowed[0]);
        if (!Arrays.asList(allowed).contains(value)) {
            throw new BadParameter("Parameter " + name + " " + value + " is not defined");
        }
        return value;
    }

    private @Nullable JsonNode given(String name) {
        return members.hasNonNull(name) ? members.get(name) : null;
    }
}
