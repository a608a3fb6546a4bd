package io.sarangbang.auth.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after a sign-in: a page of this site and nothing else (RFC 9700 §4.11). What a browser, a proxy or a router
 * could read as another site, or as a call instead of a page, is not followed.
 */
final class ReturnTo {

    static final String HOME = "/";

    private static final int LONGEST = 512;
    private static final Pattern PAGE = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*");
    private static final Pattern TRAP =
            Pattern.compile("//|/\\.{1,2}(?:[/?#]|$)|%2f|%5c|%2e|%25|%[01]|%7f", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PAGE =
            Pattern.compile("/(?:api|internal|openvidu|sign-in|\\.well-known)(?:[/?#].*|$)");

    private ReturnTo() {}

    static String safe(@Nullable String asked) {
        return asked != null && isPage(asked) ? asked : HOME;
    }

    private static boolean isPage(String asked) {
        return asked.length() <= LONGEST
                && PAGE.matcher(asked).matches()
                && !TRAP.matcher(asked).find()
                && !NO_PAGE.matcher(asked).matches();
    }
}
