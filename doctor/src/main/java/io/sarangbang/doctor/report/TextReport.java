package io.sarangbang.doctor.report;

import java.util.stream.Collectors;

/** The report for people. */
public final class TextReport {

    private final Texts texts;

    public TextReport(Texts texts) {
        this.texts = texts;
    }

    public String of(Report report) {
        var out = new StringBuilder();
        report.sections().forEach(section -> section(section, out));
        return out.append('\n').append(ending(report)).append('\n').toString();
    }

    private void section(Report.Section section, StringBuilder out) {
        var fine =
                section.findings().stream().filter(it -> it.level() == Level.OK).count();
        out.append(section.feature())
                .append(": ")
                .append(texts.word("fine", java.util.Map.of("count", String.valueOf(fine))))
                .append('\n');
        section.findings().stream().filter(it -> it.level() != Level.OK).forEach(it -> finding(it, out));
    }

    private void finding(Finding finding, StringBuilder out) {
        out.append("  ").append(texts.word(finding.level().name())).append("  ").append(finding.code());
        if (finding.level() == Level.UNMEASURED) {
            out.append(": ").append(unmeasured(finding)).append('\n');
            return;
        }
        out.append('\n');
        line(texts.wrong(finding), out);
        line(texts.breaks(finding), out);
        line("→ " + texts.remedy(finding), out);
    }

    private String unmeasured(Finding finding) {
        return texts.word(finding.because().isPresent() ? "because" : "why", finding.params());
    }

    private static void line(String text, StringBuilder out) {
        out.append("        ").append(text).append('\n');
    }

    private String ending(Report report) {
        var causes =
                report.of(Level.FAIL).stream().map(Finding::code).distinct().collect(Collectors.joining(", "));
        return switch (report.exitStatus()) {
            case 0 -> texts.word("all-fine");
            case 1 -> texts.word("causes", java.util.Map.of("causes", causes));
            default -> texts.word("not-all-measured");
        };
    }
}
