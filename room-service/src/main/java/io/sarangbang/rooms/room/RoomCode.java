package io.sarangbang.rooms.room;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The code by which a room is found: {@code kfm-wqtz-hbp}. Twenty consonants without look-alikes (no vowels, so no words
 * either), ten of them: 43 bits, which nobody guesses through a gateway that counts.
 *
 * <p>People copy codes by hand and over the phone, so reading is lenient: case, spaces and hyphens do not matter.
 */
record RoomCode(String value) {

    private static final String ALPHABET = "bcdfghjkmnpqrstvwxyz";
    private static final int LETTERS = 10;
    private static final int LONGEST_WORTH_READING = 32;
    private static final SecureRandom random = new SecureRandom();

    static RoomCode random() {
        return of(random.ints(LETTERS, 0, ALPHABET.length())
                .mapToObj(it -> ALPHABET.substring(it, it + 1))
                .collect(Collectors.joining()));
    }

    /** Empty when no room can have such a code. */
    static Optional<RoomCode> read(String given) {
        if (given.length() > LONGEST_WORTH_READING) {
            return Optional.empty();
        }
        var letters = given.replaceAll("[-\\s]", "").toLowerCase(Locale.ROOT);
        var known = letters.length() == LETTERS && letters.chars().allMatch(it -> ALPHABET.indexOf(it) >= 0);
        return known ? Optional.of(of(letters)) : Optional.empty();
    }

    private static RoomCode of(String letters) {
        return new RoomCode(letters.substring(0, 3) + "-" + letters.substring(3, 7) + "-" + letters.substring(7));
    }

    @Override
    public String toString() {
        return value;
    }
}
