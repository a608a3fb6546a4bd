package io.sarangbang.doctor.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.Asked;
import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Facts;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.host.HostFacts.Disk;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Level;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostChecksTests {

    private static final long GIGABYTE = 1_000_000_000;

    @TempDir
    Path files;

    private Map<String, Fact<Duration>> ahead = Map.of("rooms.example.kr", Fact.known(Duration.ofSeconds(1)));
    private List<Disk> disks = List.of(new Disk("/secrets", 20 * GIGABYTE, 40 * GIGABYTE));
    private Fact<String> portsTaken = Fact.known("none");

    @Test
    void aMachineInOrderIsFine() {
        assertThat(bad()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"59, OK", "-59, OK", "61, FAIL", "-61, FAIL", "86400, FAIL"})
    void clocksMayDifferByAMinute(int seconds, Level level) {
        ahead = Map.of("rooms.example.kr", Fact.known(Duration.ofSeconds(seconds)));
        assertThat(all()).containsEntry("clock-skewed", level);
    }

    @Test
    void oneClockIsEnoughToTell() {
        ahead = Map.of("a", Fact.unknown("refused"), "b", Fact.known(Duration.ZERO));
        assertThat(bad()).isEmpty();
    }

    @Test
    void withoutAnyClockNothingIsSaid() {
        ahead = Map.of("a", Fact.unknown("refused"));
        assertThat(bad()).isEqualTo(Map.of("clock-skewed", Level.UNMEASURED));
    }

    @ParameterizedTest
    @CsvSource({"20, 40, OK", "5, 40, OK", "3, 40, WARN", "0, 40, FAIL", "30, 2000, FAIL", "100, 2000, WARN"})
    void aDiskNeedsSomeRoom(long free, long total, Level level) {
        disks = List.of(new Disk("/secrets", free * GIGABYTE, total * GIGABYTE));
        assertThat(all()).containsEntry("disk-full", level);
    }

    @Test
    void withoutAnyDiskNothingIsSaid() {
        disks = List.of();
        assertThat(bad()).isEqualTo(Map.of("disk-full", Level.UNMEASURED));
    }

    @Test
    void aPortThatSomebodyElseHoldsIsACause() {
        portsTaken = Fact.known("80: apache2 (pid 12)");
        assertThat(bad()).isEqualTo(Map.of("port-taken", Level.FAIL));
    }

    @Test
    void theDateOfTheSiteIsCompared() throws Exception {
        var past = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().minusSeconds(600).atOffset(ZoneOffset.UTC));
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, "HTTP/1.1 204 No Content\r\nDate: " + past + "\r\n\r\n"));

            var seen = asked(server.getLocalPort()).ahead().get("localhost");

            assertThat(seen).isNotNull();
            assertThat(seen.either(Duration::toSeconds, _ -> 0L)).isBetween(-605L, -598L);
        }
    }

    @Test
    void theDisksOfThisMachineAreSeen() {
        var facts = HostProbe.ask(
                Asked.about(Map.of("PUBLIC_URL", "http://host.invalid", "PORTS_TAKEN", "none"), files, View.INSIDE));

        assertThat(facts.disks()).isNotEmpty().allMatch(it -> it.total() >= it.free());
        assertThat(facts.portsTaken()).isEqualTo(Fact.known("none"));
    }

    private HostFacts asked(int port) {
        return HostProbe.ask(Asked.about(Map.of("PUBLIC_URL", "http://localhost:" + port), files, View.OUTSIDE));
    }

    private static void answer(ServerSocket server, String text) {
        try (var socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Level> bad() {
        return all().entrySet().stream()
                .filter(it -> it.getValue() != Level.OK)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Level> all() {
        var facts = Facts.of(HostFacts.class, new HostFacts(ahead, disks, portsTaken));
        return Diagnosis.of(HostFeature.feature().checks(), facts).stream()
                .collect(Collectors.toMap(Finding::code, Finding::level));
    }
}
