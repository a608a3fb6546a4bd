package io.sarangbang.doctor.report;

import io.sarangbang.doctor.fact.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges facts by all checks. What follows from a cause that was found is not measured, and so never looks like a second cause. */
public final class Diagnosis {

    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, List<Finding>> found = new LinkedHashMap<>();
    private final Facts facts;

    private Diagnosis(List<Check> checks, Facts facts) {
        checks.forEach(check -> this.checks.put(check.code(), check));
        this.facts = facts;
    }

    /** The findings of each check, in the order of the checks. */
    public static List<Finding> of(List<Check> checks, Facts facts) {
        var diagnosis = new Diagnosis(checks, facts);
        var findings = new ArrayList<Finding>();
        checks.forEach(check -> findings.addAll(diagnosis.findings(check)));
        return List.copyOf(findings);
    }

    private List<Finding> findings(Check check) {
        var known = found.get(check.code());
        if (known == null) {
            known = cause(check)
                    .map(cause -> List.of(Finding.unmeasuredBecause(check.code(), cause)))
                    .orElseGet(() ->
                            check.examine().apply(facts).about(check.code()).toList());
            found.put(check.code(), known);
        }
        return known;
    }

    /** The first cause that stands in the way, found itself or in the way of what had to be fine before. */
    private Optional<String> cause(Check check) {
        return check.after().stream()
                .flatMap(code -> Optional.ofNullable(checks.get(code)).stream())
                .flatMap(before -> findings(before).stream())
                .flatMap(finding -> finding.level() == Level.FAIL
                        ? Optional.of(finding.code()).stream()
                        : finding.because().stream())
                .findFirst();
    }
}
