package io.sarangbang.doctor.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a check says of its one cause. */
public sealed interface Verdict {

    /** The cause is not there. */
    record Fine() implements Verdict {}

    /** It is there, as often as there are occurrences; each gives the texts its words. */
    record Found(Level level, List<Map<String, String>> occurrences) implements Verdict {}

    /** It could not be told, and why. */
    record Unmeasured(String why) implements Verdict {}

    static Verdict fine() {
        return new Fine();
    }

    static Verdict found(Map<String, String> params) {
        return new Found(Level.FAIL, List.of(params));
    }

    static Verdict found() {
        return found(Map.of());
    }

    static Verdict foundIf(boolean there, Map<String, String> params) {
        return there ? found(params) : fine();
    }

    /** Fine where there are none. */
    static Verdict foundEach(List<Map<String, String>> occurrences) {
        return occurrences.isEmpty() ? fine() : new Found(Level.FAIL, occurrences);
    }

    static Verdict warned(Map<String, String> params) {
        return new Found(Level.WARN, List.of(params));
    }

    /** Fine where there are none. */
    static Verdict warnedEach(List<Map<String, String>> occurrences) {
        return occurrences.isEmpty() ? fine() : new Found(Level.WARN, occurrences);
    }

    static Verdict unmeasured(String why) {
        return new Unmeasured(why);
    }

    /** The findings that this verdict makes of a code. */
    default Stream<Finding> about(String code) {
        return switch (this) {
            case Fine _ -> Stream.of(new Finding(code, Level.OK, Map.of()));
            case Found found -> found.occurrences().stream().map(it -> new Finding(code, found.level(), it));
            case Unmeasured unmeasured -> Stream.of(Finding.unmeasured(code, unmeasured.why()));
        };
    }
}
