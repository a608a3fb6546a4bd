package io.sarangbang.auth.apikey;

import io.sarangbang.defaults.problem.ValidationFailed.Violation;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a key is called: one visible line, so that no two keys look the same for what can't be seen in their names. */
final class KeyName {

    private static final int MOST_CODE_POINTS = 40;

    /** Letters to Unicode, but nothing to the eye: Hangul fillers and the empty Braille pattern. */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private KeyName() {}

    static String tidy(String given) {
        return Normalizer.normalize(given, Normalizer.Form.NFC)
                .replaceAll("^[\\s\\p{Z}]++", "")
                .replaceAll("(?<![\\s\\p{Z}])[\\s\\p{Z}]++$", "");
    }

    static Optional<Violation> fault(@Nullable String given) {
        if (given == null) {
            return refused("is missing");
        }
        var name = tidy(given);
        if (name.codePoints().anyMatch(KeyName::isRefused)) {
            return refused("holds characters that can't be seen");
        }
        if (!isVisible(name)) {
            return refused("is blank");
        }
        return name.codePointCount(0, name.length()) > MOST_CODE_POINTS
                ? refused("is longer than " + MOST_CODE_POINTS + " characters")
                : Optional.empty();
    }

    private static Optional<Violation> refused(String detail) {
        return Optional.of(new Violation("/name", detail));
    }

    private static boolean isVisible(String name) {
        return name.codePoints().anyMatch(it -> switch (Character.getType(it)) {
            case Character.FORMAT, Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                false;
            default -> true;
        });
    }

    private static boolean isRefused(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            case Character.FORMAT -> !holdsEmojiTogether(codePoint);
            default -> FILLERS.indexOf(codePoint) >= 0;
        };
    }

    private static boolean holdsEmojiTogether(int codePoint) {
        return codePoint == ZERO_WIDTH_JOINER
                || (codePoint >= 0xE0020 && codePoint <= 0xE007F); // tags: the flags of England, Scotland and Wales
    }
}
