package io.sarangbang.gateway.edge;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Paths that the gateway and a service behind it may read differently: dot segments, empty segments, path parameters,
 * encoded separators and control characters. None of ours has any, so {@code /api/auth/..;/..%2finternal} needs no guess.
 */
final class AmbiguousPath {

    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|;|\\\\|%2f|%5c|%3b|%25|%[01][0-9a-f]|%7f|(^|/)\\.{1,2}(/|$)"
                    // Letters, digits, "-", ".", "_" and "~" are never written so (RFC 3986 §2.3): /%61pi is routed
                    // as /api but does not look like it.
                    + "|%2d|%2e|%3[0-9]|%4[1-9a-f]|%5[0-9af]|%6[1-9a-f]|%7[0-9ae]");

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
