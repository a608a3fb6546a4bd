package io.sarangbang.doctor.report;

import io.sarangbang.doctor.fact.Facts;
import java.util.List;
import java.util.function.Function;

/**
 * Looks for one cause in the facts; pure, so that it is tested without any installation.
 *
 * @param after causes that make this one impossible to tell: where one of them is found, it is the cause, and this is not measured
 * @param insideOnly whether it takes what only the installation itself knows, so that a visitor does not ask it
 */
public record Check(String code, List<String> after, boolean insideOnly, Function<Facts, Verdict> examine) {

    /** A check of one record of facts; where that is unknown, nothing is measured. */
    public static <T extends Record> Check on(Class<T> type, String code, Function<T, Verdict> examine) {
        return new Check(code, List.of(), false, facts -> facts.get(type).either(examine, Verdict::unmeasured));
    }

    public static Check of(String code, Function<Facts, Verdict> examine) {
        return new Check(code, List.of(), false, examine);
    }

    public Check after(String... causes) {
        return new Check(code, List.of(causes), insideOnly, examine);
    }

    public Check fromInsideOnly() {
        return new Check(code, after, true, examine);
    }
}
