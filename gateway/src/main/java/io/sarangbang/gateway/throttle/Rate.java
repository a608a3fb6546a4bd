package io.sarangbang.gateway.throttle;

import io.sarangbang.defaults.setup.SetupRefused;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * How often is often enough: so many at once, and as many again spread evenly over the period.
 *
 * @param count at once
 * @param period until they are all to be had again
 */
record Rate(int count, Duration period) {

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,6})/([1-9]\\d{0,4}(s|m|h|d))");

    /** Reads {@code 60/1m}; called by the configuration binder. */
    public static Rate valueOf(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new SetupRefused(
                    "'" + text + "' is no rate limit (RATE_LIMIT_…); write how many in what time, such as"
                            + " 60/1m for sixty a minute.");
        }
        return new Rate(Integer.parseInt(parts.group(1)), DurationStyle.SIMPLE.parse(parts.group(2)));
    }

    @Override
    public String toString() {
        return count + "/" + period.toSeconds() + "s";
    }
}
