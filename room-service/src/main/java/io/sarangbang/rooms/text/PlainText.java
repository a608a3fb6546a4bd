package io.sarangbang.rooms.text;

import io.sarangbang.defaults.problem.ValidationFailed;
import java.text.Normalizer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What people type, in one form: NFC, without space around it, counted in code points, free of characters that would
 * break a line, a terminal or a database.
 */
public final class PlainText {

    /** Letters to Unicode, but nothing to the eye; Korean keyboards offer the first as a "blank name". */
    private static final String FILLERS = "\u3164\u115F\u1160\uFFA0";

    private PlainText() {}

    /** One line, as in a title. */
    public static String line(String pointer, @Nullable String given, int max) {
        return bounded(pointer, given, max, PlainText::breaksALine);
    }

    /** Text that may run over several lines. */
    public static String lines(String pointer, @Nullable String given, int max) {
        var text = given == null ? null : given.replace("\r\n", "\n");
        return bounded(pointer, text, max, it -> it != '\n' && Character.getType(it) == Character.CONTROL);
    }

    /** Makes a name of ours out of one that came from elsewhere; null when nothing of it can be shown. */
    public static @Nullable String salvaged(@Nullable String given, int max) {
        if (given == null) {
            return null;
        }
        var kept = new StringBuilder();
        Normalizer.normalize(given, Normalizer.Form.NFC)
                .codePoints()
                .filter(it -> !breaksALine(it) && !isHalfAPair(it))
                .limit(max)
                .forEach(kept::appendCodePoint);
        var text = kept.toString().strip();
        return isVisible(text) ? text : null;
    }

    private static String bounded(String pointer, @Nullable String given, int max, IntPredicate refused) {
        if (given == null) {
            throw new ValidationFailed(pointer, "is missing");
        }
        var text = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (!isVisible(text)) {
            throw new ValidationFailed(pointer, "is blank");
        }
        if (text.codePointCount(0, text.length()) > max) {
            throw new ValidationFailed(pointer, "is longer than " + max + " characters");
        }
        if (text.codePoints().anyMatch(it -> refused.test(it) || isHalfAPair(it))) {
            throw new ValidationFailed(pointer, "holds control characters");
        }
        return text;
    }

    private static boolean isVisible(String text) {
        return text.codePoints()
                .anyMatch(it -> !Character.isWhitespace(it)
                        && !Character.isSpaceChar(it)
                        && Character.getType(it) != Character.FORMAT
                        && FILLERS.indexOf(it) < 0);
    }

    private static boolean isHalfAPair(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    /** Bidirectional overrides among them: in a line they reorder whatever is shown beside it. */
    private static boolean breaksALine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }
}
