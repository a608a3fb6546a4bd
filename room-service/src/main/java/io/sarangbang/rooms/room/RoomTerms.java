package io.sarangbang.rooms.room;

import io.sarangbang.defaults.problem.ValidationFailed;
import io.sarangbang.rooms.text.PlainText;
import org.jspecify.annotations.Nullable;

/** The bounds that every room keeps. */
final class RoomTerms {

    static final int DEFAULT_CAPACITY = 12;
    private static final int SMALLEST = 2;
    private static final int LARGEST = 30;
    private static final int TITLE_LENGTH = 80;

    private RoomTerms() {}

    static String title(@Nullable String given) {
        return PlainText.line("/title", given, TITLE_LENGTH);
    }

    static int capacity(int given) {
        if (given < SMALLEST || given > LARGEST) {
            throw new ValidationFailed("/capacity", "is not from " + SMALLEST + " to " + LARGEST);
        }
        return given;
    }
}
