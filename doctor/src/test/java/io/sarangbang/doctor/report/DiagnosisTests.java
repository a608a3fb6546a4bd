package io.sarangbang.doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Facts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTests {

    record Door(boolean isOpen) {}

    private static final Facts OPEN = Facts.of(Door.class, new Door(true));

    private final Check door =
            Check.on(Door.class, "door-locked", it -> Verdict.foundIf(!it.isOpen(), Map.of("door", "front")));
    private final Check room = Check.of("room-empty", _ -> Verdict.found()).after("door-locked");
    private final Check table = Check.of("table-bare", _ -> Verdict.found()).after("room-empty");

    @Test
    void whatIsNotThereIsFine() {
        assertThat(Diagnosis.of(List.of(door), OPEN)).containsExactly(new Finding("door-locked", Level.OK, Map.of()));
    }

    @Test
    void aCauseSilencesWhatFollowsFromIt() {
        var findings = Diagnosis.of(List.of(table, room, door), Facts.of(Door.class, new Door(false)));

        assertThat(findings)
                .containsExactly(
                        Finding.unmeasuredBecause("table-bare", "door-locked"),
                        Finding.unmeasuredBecause("room-empty", "door-locked"),
                        new Finding("door-locked", Level.FAIL, Map.of("door", "front")));
    }

    @Test
    void whatCouldNotBeMeasuredSilencesNobody() {
        var unknown = Facts.none().with(Door.class, Fact.unknown("dark"));

        assertThat(Diagnosis.of(List.of(door, room), unknown))
                .containsExactly(
                        Finding.unmeasured("door-locked", "dark"), new Finding("room-empty", Level.FAIL, Map.of()));
    }

    @Test
    void aCauseThatNobodyLooksForStandsInNobodysWay() {
        assertThat(Diagnosis.of(List.of(table), OPEN)).containsExactly(new Finding("table-bare", Level.FAIL, Map.of()));
    }
}
