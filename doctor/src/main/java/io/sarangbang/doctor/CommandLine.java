package io.sarangbang.doctor;

import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Installation.View;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was asked for on the command line.
 *
 * @param outside the address to look at from outside; empty where the installation looks at itself
 */
record CommandLine(View view, String outside, boolean json, boolean patient, Locale language) {

    static final String USAGE = """
            usage: doctor [settings] [--outside https://HOST[:PORT]] [--json] [--lang ko|en] [--patient]
            """;

    /** The command line makes no sense. */
    static final class Misuse extends Exception {
        Misuse(String message) {
            super(message);
        }
    }

    static CommandLine of(List<String> arguments, Map<String, String> environment) throws Misuse {
        var line = new CommandLine(View.INSIDE, "", false, false, languageOf(environment));
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            line = line.with(rest.pop(), rest);
        }
        return line;
    }

    private CommandLine with(String argument, ArrayDeque<String> rest) throws Misuse {
        return switch (argument) {
            case "settings" -> new CommandLine(View.SETTINGS, outside, json, patient, language);
            case "--outside" -> new CommandLine(View.OUTSIDE, url(next(argument, rest)), json, patient, language);
            case "--json" -> new CommandLine(view, outside, true, patient, language);
            case "--patient" -> new CommandLine(view, outside, json, true, language);
            case "--lang" -> new CommandLine(view, outside, json, patient, language(next(argument, rest)));
            default -> throw new Misuse("what is " + argument + "?");
        };
    }

    /** Secrets and certificates lie where compose mounts them. */
    Installation installation(Map<String, String> environment) {
        var variables = new HashMap<>(view == View.OUTSIDE ? Map.of("PUBLIC_URL", outside) : environment);
        return new Installation(
                variables,
                Path.of(environment.getOrDefault("DOCTOR_SECRETS", "/secrets/doctor")),
                Path.of(environment.getOrDefault("DOCTOR_CERTIFICATES", "/certificates")),
                view);
    }

    private static String next(String argument, ArrayDeque<String> rest) throws Misuse {
        if (rest.isEmpty()) {
            throw new Misuse(argument + " needs a value");
        }
        return rest.pop();
    }

    private static String url(String text) throws Misuse {
        if (!text.matches("https?://[\\w.-]+(:\\d{1,5})?/?")) {
            throw new Misuse("--outside wants an address such as https://rooms.example.kr, not " + text);
        }
        return text.replaceAll("/$", "");
    }

    private static Locale language(String name) throws Misuse {
        return switch (name) {
            case "ko" -> Locale.KOREAN;
            case "en" -> Locale.ENGLISH;
            default -> throw new Misuse("--lang is ko or en, not " + name);
        };
    }

    private static Locale languageOf(Map<String, String> environment) {
        return environment.getOrDefault("LANG", "").startsWith("en") ? Locale.ENGLISH : Locale.KOREAN;
    }
}
