package io.sarangbang.doctor.settings;

import io.sarangbang.doctor.fact.Installation;
import java.util.Optional;
import java.util.Set;

/**
 * The variables, and which of them the manual (.env.example) knows.
 *
 * @param known empty where the manual is not at hand
 */
record SettingsFacts(Installation installation, Set<String> known) {

    static final Set<String> PUBLIC = Set.of("test", "production");

    SettingsFacts {
        known = Set.copyOf(known);
    }

    Optional<String> value(String name) {
        return installation.variable(name);
    }

    String value(String name, String otherwise) {
        return installation.variable(name, otherwise);
    }

    /** Whether it is meant for people who come from elsewhere. */
    boolean isPublic() {
        return PUBLIC.contains(value("ENVIRONMENT", "laptop"));
    }

    boolean isProduction() {
        return value("ENVIRONMENT", "laptop").equals("production");
    }
}
