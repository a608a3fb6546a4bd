package io.sarangbang.users.profile;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called: 1 to 40 code points in Unicode's form NFC, without surrounding blanks and without characters that
 * are invisible, break the line or turn the writing direction, because names stand in the middle of other people's pages.
 */
record DisplayName(String text) {

    static final int MOST_CODE_POINTS = 40;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** The name as somebody typed it; empty when it is none. */
    static Optional<DisplayName> typed(String text) {
        var tidy = tidy(text);
        return tidy.codePoints().anyMatch(DisplayName::isRefused) || isTooLong(tidy) || !isVisible(tidy)
                ? Optional.empty()
                : Optional.of(new DisplayName(tidy));
    }

    /**
     * The name as a sign-in provider told it, made to fit: nobody can be asked at that moment. Where nothing is left of it,
     * a name that is the same whenever it is made for this account.
     */
    static DisplayName told(@Nullable String nickname, UUID account) {
        var clean = nickname == null ? "" : shortened(tidy(withoutRefused(nickname)));
        return isVisible(clean) ? new DisplayName(clean) : guest(account);
    }

    private static DisplayName guest(UUID account) {
        return new DisplayName("손님%04d".formatted(Math.floorMod(account.hashCode(), 10_000)));
    }

    /** By hand: {@link String#strip} leaves the no-break space, and a pattern for both ends is slow on inner blanks. */
    private static String tidy(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        var start = 0;
        var end = normal.length();
        while (start < end && isBlank(normal.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(normal.charAt(end - 1))) {
            end--;
        }
        return normal.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static String withoutRefused(String text) {
        return text.codePoints()
                .map(it -> Character.isWhitespace(it) ? ' ' : it)
                .filter(it -> !isRefused(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Cuts between what people see as characters, not within a flag or a family. */
    private static String shortened(String text) {
        if (!isTooLong(text)) {
            return text;
        }
        var limit = text.offsetByCodePoints(0, MOST_CODE_POINTS);
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        var end = characters.isBoundary(limit) ? limit : characters.preceding(limit);
        return tidy(text.substring(0, end));
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > MOST_CODE_POINTS;
    }

    private static boolean isVisible(String text) {
        return text.codePoints().anyMatch(it -> switch (Character.getType(it)) {
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
            default -> isFiller(codePoint);
        };
    }

    private static boolean holdsEmojiTogether(int codePoint) {
        return codePoint == ZERO_WIDTH_JOINER
                || codePoint == ZERO_WIDTH_NON_JOINER
                || (codePoint >= 0xE0020 && codePoint <= 0xE007F); // tags: the flags of England, Scotland and Wales
    }

    /** Letters by their category, blanks to the eye: Hangul fillers and the empty Braille pattern. */
    private static boolean isFiller(int codePoint) {
        return codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint == 0x2800;
    }
}
