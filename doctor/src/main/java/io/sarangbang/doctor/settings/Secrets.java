package io.sarangbang.doctor.settings;

import io.sarangbang.doctor.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The secrets that are given; those that setup makes up are good. Never says what they are. */
final class Secrets {

    private static final Map<String, Integer> SHORTEST = new LinkedHashMap<>();
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "change.?me|change.?this|replace|example|default|password|(my|your).?secret|placeholder|12345678|sarangbang");

    static {
        // what the services themselves refuse below that length
        SHORTEST.put("AUTH_SECRET", 32);
        SHORTEST.put("SERVICE_SECRET", 32);
        SHORTEST.put("OPENVIDU_SECRET", 16);
        SHORTEST.put("OPENVIDU_WEBHOOK_SECRET", 32);
        SHORTEST.put("TURN_SECRET", 16);
        SHORTEST.put("MYSQL_ROOT_PASSWORD", 16);
        SHORTEST.put("AUTH_DB_PASSWORD", 16);
        SHORTEST.put("USERS_DB_PASSWORD", 16);
        SHORTEST.put("ROOMS_DB_PASSWORD", 16);
    }

    private Secrets() {}

    static Verdict weak(SettingsFacts facts) {
        return Verdict.foundEach(SHORTEST.keySet().stream()
                .filter(it -> facts.value(it).filter(value -> isWeak(it, value)).isPresent())
                .map(it -> Map.of("variable", it, "length", String.valueOf(SHORTEST.get(it))))
                .toList());
    }

    /** One secret for two purposes: who learns the lesser one has the greater. */
    static Verdict shared(SettingsFacts facts) {
        var byValue = new LinkedHashMap<String, List<String>>();
        SHORTEST.keySet()
                .forEach(name -> facts.value(name)
                        .ifPresent(value -> byValue.computeIfAbsent(value, _ -> new ArrayList<>())
                                .add(name)));
        return Verdict.foundEach(byValue.values().stream()
                .filter(it -> it.size() > 1)
                .map(it -> Map.of("variables", String.join(", ", it)))
                .toList());
    }

    private static boolean isWeak(String name, String value) {
        int shortest = SHORTEST.getOrDefault(name, 16);
        return value.length() < shortest
                || value.chars().distinct().count() < shortest / 3
                || PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).find();
    }
}
