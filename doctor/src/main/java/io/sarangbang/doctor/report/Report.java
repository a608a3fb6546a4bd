package io.sarangbang.doctor.report;

import java.util.List;

/** All findings, by feature. */
public record Report(List<Section> sections) {

    /** The findings of one feature. */
    public record Section(String feature, List<Finding> findings) {}

    public List<Finding> findings() {
        return sections.stream().flatMap(it -> it.findings().stream()).toList();
    }

    public List<Finding> of(Level level) {
        return findings().stream().filter(it -> it.level() == level).toList();
    }

    /** 0: nothing is wrong; 1: a cause was found; 2: none was found, but something could not be measured. */
    public int exitStatus() {
        if (!of(Level.FAIL).isEmpty()) {
            return 1;
        }
        return of(Level.UNMEASURED).isEmpty() ? 0 : 2;
    }
}
