package io.sarangbang.houserules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The manual of settings: variables, set or commented out, with the value that it shows for each. */
record SettingsManual(String text, Map<String, String> shown) {

    private static final Pattern VARIABLE = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]*)=(.*)$");

    static SettingsManual read() {
        var text = Repository.text(".env.example");
        var shown = new LinkedHashMap<String, String>();
        VARIABLE.matcher(text).results().forEach(it -> {
            if (shown.put(it.group(1), it.group(2)) != null) {
                throw new AssertionError(it.group(1) + " is in the manual twice");
            }
        });
        return new SettingsManual(text, shown);
    }

    Set<String> variables() {
        return shown.keySet();
    }

    /** What is said above a variable, up to the one before it. */
    String explanation(String variable) {
        var lines = text.lines().toList();
        int end = 0;
        while (!lines.get(end).matches("#?" + variable + "=.*")) {
            end++;
        }
        int begin = end;
        while (begin > 0 && !VARIABLE.matcher(lines.get(begin - 1)).matches()) {
            begin--;
        }
        return String.join("\n", lines.subList(begin, end));
    }
}
