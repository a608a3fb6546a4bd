package io.sarangbang.media.rtc;

import java.util.List;

/** What the engine found when it examined itself; names the cause when media cannot work. */
public record SelfCheck(List<Finding> findings) {

    public SelfCheck {
        findings = List.copyOf(findings);
    }

    public boolean healthy() {
        return findings.stream().allMatch(Finding::passed);
    }

    /**
     * One thing examined.
     *
     * @param name what was examined, stable enough to be a JSON key
     * @param passed whether it is as it must be
     * @param detail what was seen, in a sentence
     */
    public record Finding(String name, boolean passed, String detail) {}
}
