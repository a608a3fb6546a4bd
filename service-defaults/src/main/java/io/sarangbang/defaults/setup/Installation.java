package io.sarangbang.defaults.setup;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The installation that this process is part of.
 *
 * @param environment what it is for: laptop, test or production; empty for bin/dev
 * @param id made up once and kept with the installation's secrets; empty for bin/dev
 */
@ConfigurationProperties("sarangbang.installation")
public record Installation(
        @DefaultValue("") String environment,
        @DefaultValue("") String id) {

    private static final Set<String> KNOWN = Set.of("", "laptop", "test", "production");

    public Installation {
        if (!KNOWN.contains(environment)) {
            throw new SetupRefused("ENVIRONMENT must be laptop, test or production, not \"" + environment + "\".");
        }
    }

    /** Run from its sources for whoever works on it, as opposed to installed. */
    public boolean isDevelopersOwn() {
        return environment.isEmpty();
    }

    /** @throws SetupRefused with this sentence, where it is production and unsafe */
    public void refuseInProduction(boolean unsafe, String sentence) {
        if (unsafe && environment.equals("production")) {
            throw new SetupRefused(sentence);
        }
    }

    /** Over plain http browsers give nobody a camera, and anyone on the way can take over a session. */
    public void refusePlainHttpInProduction(boolean https) {
        refuseInProduction(!https, "PUBLIC_URL must begin with https:// where ENVIRONMENT=production.");
    }
}
