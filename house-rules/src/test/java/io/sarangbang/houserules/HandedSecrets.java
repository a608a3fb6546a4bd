package io.sarangbang.houserules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which secrets there are, and which container setup hands each to, under which name. */
record HandedSecrets(Set<String> given, Map<String, Set<String>> byContainer) {

    private static final Pattern HANDED =
            Pattern.compile("(?m)^ *(?:hand|provider_secret) ([A-Z][A-Z0-9_]*) ([a-z].*)$");

    static HandedSecrets read() {
        var given = new TreeSet<String>();
        var byContainer = new HashMap<String, Set<String>>();
        HANDED.matcher(Repository.text("deploy/setup/setup")).results().forEach(it -> {
            given.add(it.group(1));
            for (var to : it.group(2).split(" ")) {
                var parts = to.split(":");
                byContainer
                        .computeIfAbsent(parts[0], _ -> new TreeSet<>())
                        .add(parts.length > 1 ? parts[1] : it.group(1));
            }
        });
        return new HandedSecrets(given, byContainer);
    }

    Set<String> handedTo(String container) {
        return byContainer.getOrDefault(container, Set.of());
    }
}
