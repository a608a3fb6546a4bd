package io.sarangbang.doctor;

import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Investigation;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Report;
import io.sarangbang.doctor.report.Report.Section;
import java.util.List;
import java.util.stream.Collectors;

/** Facts, then checks, then the report. */
final class Examination {

    private final List<Feature> features;

    Examination(List<Feature> features) {
        this.features = List.copyOf(features);
    }

    Report of(Installation installation, boolean patient) throws InterruptedException {
        var view = installation.view();
        var seen = features.stream().filter(it -> it.views().contains(view)).toList();
        var probes = seen.stream().flatMap(it -> it.probes().stream()).toList();
        var facts = new Investigation(installation, patient, probes).facts();
        var checks = seen.stream().flatMap(it -> it.checksFrom(view).stream()).toList();
        var byCode = Diagnosis.of(checks, facts).stream().collect(Collectors.groupingBy(Finding::code));
        return new Report(seen.stream()
                .map(it -> new Section(it.name(), findings(it.checksFrom(view), byCode)))
                .toList());
    }

    private static List<Finding> findings(List<Check> checks, java.util.Map<String, List<Finding>> byCode) {
        return checks.stream()
                .flatMap(it -> byCode.getOrDefault(it.code(), List.of()).stream())
                .toList();
    }
}
