package io.sarangbang.houserules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml and all that it includes, whatever is chosen. */
final class ComposeFiles {

    private static final Pattern NAME = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]*)");
    private static final Pattern INNERMOST = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]*)(?::([-+?])([^{}]*))?}");
    private static final Pattern FOR_CONTAINERS = Pattern.compile("(?m)^([A-Z][A-Z0-9_]*)=");

    private final List<String> files;
    private final Map<String, List<Map<String, Object>>> services = new HashMap<>();

    private ComposeFiles(List<String> files) {
        this.files = files;
        files.stream().filter(it -> it.endsWith(".yml")).forEach(this::add);
    }

    static ComposeFiles read() {
        var included = Repository.namesIn("deploy/compose").stream()
                .filter(it -> it.endsWith(".yml"))
                .map(it -> "deploy/compose/" + it);
        var signIn = Repository.namesIn("deploy/sign-in").stream().map(it -> "deploy/sign-in/" + it);
        return new ComposeFiles(Stream.of(Stream.of("docker-compose.yml"), included, signIn)
                .flatMap(it -> it)
                .toList());
    }

    /** What an operator can set: filled in somewhere, or handed on where it is set. */
    Set<String> variables() {
        var found = files.stream()
                .flatMap(it -> NAME.matcher(Repository.text(it)).results())
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        services.keySet().forEach(it -> found.addAll(handedOn(it)));
        return found;
    }

    /** What the files say, with these variables and no others. */
    List<String> filledIn(Map<String, String> values) {
        return files.stream().map(it -> fillIn(Repository.text(it), values)).toList();
    }

    /** What a container gets besides secrets. */
    Set<String> given(String service) {
        var given = new HashSet<>(environment(service).keySet());
        if (services.get(service).stream()
                .anyMatch(it -> String.valueOf(it.get("env_file")).contains("deploy/sign-in/"))) {
            files.stream()
                    .filter(it -> it.startsWith("deploy/sign-in/"))
                    .flatMap(it -> FOR_CONTAINERS.matcher(Repository.text(it)).results())
                    .forEach(it -> given.add(it.group(1)));
        }
        return given;
    }

    /** Variables without a value reach the container only where somebody sets them. */
    Set<String> handedOn(String service) {
        return environment(service).entrySet().stream()
                .filter(it -> it.getValue() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** One service may be described in several files, of which one is chosen. */
    @SuppressWarnings("unchecked")
    private void add(String file) {
        Map<String, Object> content = new Yaml().load(withoutTags(Repository.text(file)));
        var described = (Map<String, Map<String, Object>>) content.getOrDefault("services", Map.of());
        described.forEach((name, it) ->
                services.computeIfAbsent(name, _ -> new ArrayList<>()).add(it));
    }

    /** Compose's own, for what replaces instead of being added. */
    private static String withoutTags(String yaml) {
        return yaml.replaceAll(" !(override|reset)\\b", "");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        var all = new HashMap<String, Object>();
        services.get(service).forEach(it -> all.putAll((Map<String, Object>) it.getOrDefault("environment", Map.of())));
        return all;
    }

    private static String fillIn(String text, Map<String, String> values) {
        var filled = INNERMOST.matcher(text).replaceAll(it -> {
            var value = values.getOrDefault(it.group(1), "");
            var otherwise = it.group(3) == null ? "" : it.group(3);
            var result =
                    "+".equals(it.group(2)) ? value.isEmpty() ? "" : otherwise : value.isEmpty() ? otherwise : value;
            return Matcher.quoteReplacement(result);
        });
        return filled.equals(text) ? text : fillIn(filled, values);
    }
}
