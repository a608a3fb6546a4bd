package io.sarangbang.doctor.report;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import java.util.List;
import java.util.Set;

/** One part of the examination: what it asks, what it looks for, and from where that makes sense. */
public record Feature(String name, Set<View> views, List<? extends Probe<?>> probes, List<Check> checks) {

    public Feature {
        views = Set.copyOf(views);
        probes = List.copyOf(probes);
        checks = List.copyOf(checks);
    }

    /** The checks that make sense from there. */
    public List<Check> checksFrom(View view) {
        if (!views.contains(view)) {
            return List.of();
        }
        return checks.stream()
                .filter(it -> !(it.insideOnly() && view == View.OUTSIDE))
                .toList();
    }
}
