package io.sarangbang.doctor.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.dns.DnsFacts.Door;
import io.sarangbang.doctor.dns.DnsFacts.State;
import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Facts;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Level;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DnsChecksTests {

    private static final String IP = "203.0.113.7";

    private Fact<List<String>> four = Fact.known(List.of(IP));
    private Fact<List<Door>> six = Fact.known(List.of());
    private Fact<Boolean> here = Fact.known(true);
    private boolean needed = true;

    @Test
    void aNameThatLeadsHereIsFine() {
        assertThat(bad()).isEmpty();
    }

    @Test
    void localhostNeedsNoNameServer() {
        needed = false;
        four = Fact.known(List.of());
        assertThat(bad()).isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsIsTheOnlyCause() {
        four = Fact.known(List.of());
        assertThat(bad())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "domain-does-not-resolve",
                        Level.FAIL,
                        "domain-resolves-elsewhere",
                        Level.UNMEASURED,
                        "stale-aaaa",
                        Level.UNMEASURED));
    }

    @Test
    void aNameServerThatIsSilentLeavesTheAnswerOpen() {
        four = Fact.unknown("timeout");
        assertThat(bad())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "domain-does-not-resolve", Level.UNMEASURED, "domain-resolves-elsewhere", Level.UNMEASURED));
    }

    @Test
    void anotherMachineIsACause() {
        four = Fact.known(List.of("198.51.100.1"));
        here = Fact.known(false);
        assertThat(bad()).containsEntry("domain-resolves-elsewhere", Level.FAIL);
        here = Fact.unknown("nobody answers there");
        assertThat(bad()).containsEntry("domain-resolves-elsewhere", Level.FAIL);
    }

    @Test
    void aProxyThatPassesOurPageOnIsAWarning() {
        four = Fact.known(List.of("198.51.100.1"));
        assertThat(bad()).isEqualTo(Map.of("domain-resolves-elsewhere", Level.WARN));
    }

    @Test
    void nobodyAtTheNewerAddressIsACause() {
        six = Fact.known(List.of(new Door("2001:db8::7", State.CLOSED, "Connection refused")));
        assertThat(bad()).isEqualTo(Map.of("stale-aaaa", Level.FAIL));
    }

    @Test
    void somebodyElseAtTheNewerAddressIsACause() {
        six = Fact.known(List.of(new Door("2001:db8::7", State.SOMEBODY_ELSE, "")));
        assertThat(bad()).isEqualTo(Map.of("stale-aaaa", Level.FAIL));
    }

    @Test
    void ourselvesThereIsFine() {
        six = Fact.known(List.of(new Door("2001:db8::7", State.OPEN, "")));
        assertThat(bad()).isEmpty();
    }

    @Test
    void withoutAWayThereNothingIsSaid() {
        six = Fact.known(List.of(new Door("2001:db8::7", State.NO_WAY, "Network is unreachable")));
        assertThat(bad()).isEqualTo(Map.of("stale-aaaa", Level.UNMEASURED));
    }

    private Map<String, Level> bad() {
        var facts = Facts.of(DnsFacts.class, new DnsFacts("rooms.example.kr", needed, IP, four, six, here));
        return Diagnosis.of(DnsFeature.feature().checks(), facts).stream()
                .filter(it -> it.level() != Level.OK)
                .collect(Collectors.toMap(Finding::code, Finding::level));
    }
}
