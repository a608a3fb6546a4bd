package io.sarangbang.media.ice;

import java.security.SecureRandom;

/** Our user name and password for one connection, from ice-chars (RFC 8839). */
public record IceCredentials(String ufrag, String password) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int UFRAG_LENGTH = 12;
    private static final int PASSWORD_LENGTH = 24;

    public static IceCredentials random() {
        return new IceCredentials(text(UFRAG_LENGTH), text(PASSWORD_LENGTH));
    }

    private static String text(int length) {
        return RANDOM.ints(length, 0, CHARACTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(CHARACTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "IceCredentials[" + ufrag + "]";
    }
}
