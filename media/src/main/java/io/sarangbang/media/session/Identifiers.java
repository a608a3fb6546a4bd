package io.sarangbang.media.session;

import java.security.SecureRandom;
import java.util.Locale;

/** Random names in the shapes the real server gives them; tokens and RPC session ids are secrets, so all are strong. */
public final class Identifiers {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALPHANUMERICS = LETTERS + LETTERS.toLowerCase(Locale.ROOT) + "0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifiers() {}

    static String session() {
        return "ses_" + capitalised(10);
    }

    static String connection() {
        return "con_" + capitalised(10);
    }

    static String token() {
        return "tok_" + capitalised(16);
    }

    static String stream(String kind, String connectionId) {
        return "str_" + kind + "_" + capitalised(4) + "_" + connectionId;
    }

    static String finalUser() {
        return "%016X".formatted(RANDOM.nextLong());
    }

    /** The name a browser proves itself with when it comes back on a new socket. */
    public static String rpcSession() {
        return random(26).toLowerCase(Locale.ROOT);
    }

    static String random(int length) {
        return pick(ALPHANUMERICS, length);
    }

    private static String capitalised(int length) {
        return pick(LETTERS, 1) + random(length - 1);
    }

    private static String pick(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .collect(
                        StringBuilder::new, (text, index) -> text.append(alphabet.charAt(index)), StringBuilder::append)
                .toString();
    }
}
