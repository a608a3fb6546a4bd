package io.sarangbang.doctor.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                .append(texts.word("fine", Map.of("count", String.valueOf(fine))))
                .append('\n');
        section.findings().stream()
                .filter(it -> it.level() != Level.OK && it.because().isEmpty())
                .forEach(it -> finding(it, out));
        notMeasured(section)
                .forEach((cause, codes) -> out.append("  ")
                        .append(texts.word("because", Map.of("because", cause, "codes", String.join(", ", codes))))
                        .append('\n'));
    }

    /** What a cause stood in the way of, in one line: the cause is what matters. */
    private static Map<String, List<String>> notMeasured(Report.Section section) {
        var byCause = new LinkedHashMap<String, List<String>>();
        section.findings()
                .forEach(it -> it.because()
                        .ifPresent(cause -> byCause.computeIfAbsent(cause, _ -> new ArrayList<>())
                                .add(it.code())));
        return byCause;
    }

    private void finding(Finding finding, StringBuilder out) {
        out.append("  ").append(texts.word(finding.level().name())).append("  ").append(finding.code());
        if (finding.level() == Level.UNMEASURED) {
            out.append(": ").append(texts.word("why", finding.params())).append('\n');
            return;
        }
        out.append('\n');
        line(texts.wrong(finding), out);
        line(texts.breaks(finding), out);
        line("→ " + texts.remedy(finding), out);
    }

    private static void line(String text, StringBuilder out) {
        out.append("        ").append(text).append('\n');
    }

    private String ending(Report report) {
        var causes =
                report.of(Level.FAIL).stream().map(Finding::code).distinct().collect(Collectors.joining(", "));
        return switch (report.exitStatus()) {
            case 0 -> texts.word("all-fine");
            case 1 -> texts.word("causes", Map.of("causes", causes));
            default -> texts.word("not-all-measured");
        };
    }
}
