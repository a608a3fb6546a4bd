package io.sarangbang.doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.report.Report.Section;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportTests {

    private static final Finding FINE = new Finding("disk-full", Level.OK, Map.of());
    private static final Finding WARNED =
            new Finding("setting-unknown", Level.WARN, Map.of("variable", "TURN_PROT", "nearest", "TURN_PORT"));
    private static final Finding CAUSE =
            new Finding("service-down", Level.FAIL, Map.of("service", "room-service", "why", "it says DOWN"));
    private static final Finding FOLLOWS = Finding.unmeasuredBecause("service-unregistered", "service-down");
    private static final Finding OPEN = Finding.unmeasured("stale-aaaa", "no IPv6 here");

    @Test
    void theStatusTellsFineFromFoundFromUnknown() {
        assertThat(report(FINE).exitStatus()).isZero();
        assertThat(report(FINE, WARNED).exitStatus()).isZero();
        assertThat(report(FINE, OPEN).exitStatus()).isEqualTo(2);
        assertThat(report(FINE, OPEN, CAUSE).exitStatus()).isEqualTo(1);
    }

    @Test
    void aCauseIsToldWithWhatFollowsAndWhatToDo() {
        assertThat(text(Locale.ENGLISH, FINE, CAUSE, FOLLOWS, OPEN))
                .contains("services: 1 fine")
                .contains("FAIL  service-down")
                .contains("room-service is not well: it says DOWN")
                .contains("→ docker compose logs room-service says why")
                .contains("–  not measured, because service-down: service-unregistered")
                .contains("?  stale-aaaa: could not be measured (no IPv6 here)")
                .endsWith("The cause: service-down\n");
    }

    @Test
    void koreanReadsKorean() {
        assertThat(text(Locale.KOREAN, WARNED)).contains("주의  setting-unknown").endsWith("문제가 없습니다.\n");
        assertThat(text(Locale.KOREAN, CAUSE)).contains("문제  service-down").endsWith("원인: service-down\n");
    }

    @Test
    void whatIsNotMeasuredIsNeverCalledFine() {
        assertThat(text(Locale.ENGLISH, FINE, OPEN)).endsWith("That is not the same as fine.\n");
    }

    @Test
    void programsReadCodesAndLevels() {
        var json = JsonMapper.builder()
                .build()
                .readTree(new JsonReport(new Texts(Locale.ENGLISH)).of(report(CAUSE, FOLLOWS), Instant.EPOCH));

        assertThat(json.path("at").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json.path("status").asInt()).isEqualTo(1);
        assertThat(json.path("causes").values()).extracting(it -> it.asString()).containsExactly("service-down");
        assertThat(json.path("findings").get(0).path("level").asString()).isEqualTo("FAIL");
        assertThat(json.path("findings").get(0).path("do").asString()).isNotBlank();
        assertThat(json.path("findings").get(1).path("params").path("because").asString())
                .isEqualTo("service-down");
    }

    private static String text(Locale locale, Finding... findings) {
        return new TextReport(new Texts(locale)).of(report(findings));
    }

    private static Report report(Finding... findings) {
        return new Report(List.of(new Section("services", List.of(findings))));
    }
}
