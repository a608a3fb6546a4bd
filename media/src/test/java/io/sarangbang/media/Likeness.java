package io.sarangbang.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Compares what the real server said with what ours says: the same members, types and values. Only times, random
 * names and SDP may differ; a name that stands for another must do so everywhere.
 */
final class Likeness {

    private static final Pattern ID =
            Pattern.compile("(con|tok|ses)_[A-Za-z0-9]+|str_[A-Z]+_[A-Za-z0-9]+_con_[A-Za-z0-9]+|\\b[a-z0-9]{26}\\b");
    private static final Set<String> VOLATILE = Set.of(
            "createdAt",
            "activeAt",
            "timestamp",
            "startTime",
            "duration",
            "uniqueSessionId",
            "sdpAnswer",
            "finalUserId",
            "turnUsername",
            "turnCredential",
            "username",
            "credential");
    private static final Set<String> UNORDERED = Set.of("content", "subscribers", "to");

    private final Map<String, String> ours = new HashMap<>();

    /** The recorded text with our names in the place of theirs. */
    String translate(String recorded) {
        return ID.matcher(recorded).replaceAll(found -> ours.getOrDefault(found.group(), found.group()));
    }

    void compare(String where, JsonNode recorded, JsonNode actual) {
        compare(where, "", recorded, actual);
    }

    private void compare(String where, String member, JsonNode recorded, JsonNode actual) {
        require(recorded.getNodeType() == actual.getNodeType(), where, recorded, actual);
        if (recorded.isObject()) {
            compareMembers(where, recorded, actual);
        } else if (recorded.isArray()) {
            compareElements(where, member, recorded, actual);
        } else if (recorded.isString() && !VOLATILE.contains(member)) {
            compareText(where, recorded, actual);
        } else if (!VOLATILE.contains(member)) {
            require(recorded.equals(actual), where, recorded, actual);
        }
    }

    private void compareMembers(String where, JsonNode recorded, JsonNode actual) {
        var expected = new TreeSet<>(recorded.propertyNames());
        require(expected.equals(new TreeSet<>(actual.propertyNames())), where, recorded, actual);
        expected.forEach(name -> compare(where + "." + name, name, recorded.get(name), actual.get(name)));
    }

    private void compareElements(String where, String member, JsonNode recorded, JsonNode actual) {
        require(recorded.size() == actual.size(), where, recorded, actual);
        var expected = ordered(member, recorded);
        var found = ordered(member, actual);
        for (int i = 0; i < expected.size(); i++) {
            compare(where + "[" + i + "]", member, expected.get(i), found.get(i));
        }
    }

    /** Sorted by our names where the real server's order is that of a hash table. */
    private List<JsonNode> ordered(String member, JsonNode array) {
        var elements = new ArrayList<>(array.values());
        if (UNORDERED.contains(member)) {
            elements.sort(Comparator.comparing(this::name));
        }
        return elements;
    }

    private String name(JsonNode element) {
        return translate(
                element.isString()
                        ? element.stringValue()
                        : element.path("connectionId")
                                .stringValue(element.path("streamId").stringValue("")));
    }

    private void compareText(String where, JsonNode recorded, JsonNode actual) {
        learn(recorded.stringValue(), actual.stringValue());
        require(translate(recorded.stringValue()).equals(actual.stringValue()), where, recorded, actual);
    }

    private void learn(String recorded, String actual) {
        var theirs = ID.matcher(recorded).results().toList();
        var found = ID.matcher(actual).results().toList();
        for (int i = 0; i < theirs.size() && i < found.size(); i++) {
            ours.putIfAbsent(theirs.get(i).group(), found.get(i).group());
        }
    }

    private void require(boolean alike, String where, JsonNode recorded, JsonNode actual) {
        if (!alike) {
            throw new AssertionError(
                    where + "\n  real server: " + translate(recorded.toString()) + "\n  ours:        " + actual);
        }
    }
}
