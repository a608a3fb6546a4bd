package io.sarangbang.gateway.edge;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Paths that the gateway and a service behind it may read differently: dot segments, empty segments, path parameters,
 * encoded separators and control characters. None of ours has any, so {@code /api/auth/..;/..%2finternal} needs no guess.
 */
final class AmbiguousPath {

    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|;|\\\\|%2f|%5c|%3b|%25|%[01][0-9a-f]|%7f|(^|/)(\\.|%2e){1,2}(/|$)");

    private AmbiguousPath() {}

    static boolean is(String rawPath) {
        // Most paths hold none of these characters at all.
        return suspicious(rawPath)
                && AMBIGUOUS.matcher(rawPath.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean suspicious(String path) {
        return path.indexOf('%') >= 0
                || path.indexOf('.') >= 0
                || path.indexOf(';') >= 0
                || path.indexOf('\\') >= 0
                || path.contains("//");
    }
}
