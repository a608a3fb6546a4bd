package io.sarangbang.doctor.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The report for programs. Codes and levels are stable; texts are in the language asked for. */
public final class JsonReport {

    private final Texts texts;

    public JsonReport(Texts texts) {
        this.texts = texts;
    }

    public String of(Report report, Instant at) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", at.toString());
        json.put("status", report.exitStatus());
        json.put(
                "causes",
                report.of(Level.FAIL).stream().map(Finding::code).distinct().toList());
        json.put(
                "findings",
                report.sections().stream().flatMap(it -> findings(it).stream()).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private List<Map<String, Object>> findings(Report.Section section) {
        return section.findings().stream()
                .map(it -> finding(section.feature(), it))
                .toList();
    }

    private Map<String, Object> finding(String feature, Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("feature", feature);
        json.put("code", finding.code());
        json.put("level", finding.level().name());
        json.put("params", finding.params());
        if (finding.level() == Level.FAIL || finding.level() == Level.WARN) {
            json.put("wrong", texts.wrong(finding));
            json.put("breaks", texts.breaks(finding));
            json.put("do", texts.remedy(finding));
        }
        return json;
    }
}
