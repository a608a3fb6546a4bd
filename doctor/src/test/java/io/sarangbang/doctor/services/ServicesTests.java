package io.sarangbang.doctor.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Facts;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Level;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ServicesTests {

    private final Map<String, Fact<String>> health = new HashMap<>();
    private final Map<String, Fact<String>> reachable = new HashMap<>();
    private Fact<Set<String>> registered = Fact.known(Set.copyOf(ServicesProbe.SERVICES));
    private Fact<String> database = Fact.known("9.4.0");

    ServicesTests() {
        ServicesProbe.SERVICES.forEach(it -> {
            health.put(it, Fact.known("UP"));
            reachable.put(it, Fact.known("REACHABLE"));
        });
    }

    @Test
    void allThereIsFine() {
        assertThat(causes()).isEmpty();
    }

    @Test
    void eachServiceThatIsDownIsNamed() {
        health.put("user-service", Fact.unknown("UnknownHostException: user-service"));
        health.put("room-service", Fact.known("OUT_OF_SERVICE"));
        reachable.put("user-service", Fact.known("UNREACHABLE"));

        assertThat(found())
                .filteredOn(it -> it.level() == Level.FAIL)
                .extracting(it -> it.params().get("service"))
                .containsExactly("room-service", "user-service");
        assertThat(causes()).containsOnly("service-down");
    }

    @Test
    void aDatabaseThatIsDownExplainsTheServices() {
        database = Fact.unknown("SocketTimeoutException");
        health.put("auth-service", Fact.unknown("refused"));

        assertThat(causes()).containsExactly("database-down");
    }

    @Test
    void aRegistryThatIsDownExplainsWhyNobodyIsFound() {
        registered = Fact.unknown("refused");
        reachable.put("auth-service", Fact.known("UNREACHABLE"));

        assertThat(causes()).containsExactly("registry-down");
    }

    @Test
    void aServiceThatNobodyFindsIsToldApart() {
        registered = Fact.known(Set.of("auth-service", "user-service"));
        reachable.put("room-service", Fact.known("UNREACHABLE"));

        assertThat(found())
                .filteredOn(it -> it.level() == Level.FAIL)
                .containsExactly(new Finding(
                        "service-unregistered",
                        Level.FAIL,
                        Map.of("service", "room-service", "why", "not in the registry")));
    }

    @Test
    void theRegistryListsOneOrMany() {
        var many = """
                {"applications":{"application":[
                  {"name":"AUTH-SERVICE","instance":[{"status":"DOWN"},{"status":"UP"}]},
                  {"name":"USER-SERVICE","instance":{"status":"UP"}},
                  {"name":"ROOM-SERVICE","instance":[{"status":"STARTING"}]}]}}
                """;
        var one = "{\"applications\":{\"application\":{\"name\":\"GATEWAY\",\"instance\":{\"status\":\"UP\"}}}}";

        assertThat(services(many)).containsExactlyInAnyOrder("auth-service", "user-service");
        assertThat(services(one)).containsExactly("gateway");
        assertThat(services("{}")).isEmpty();
    }

    @Test
    void aDatabaseGreetsWithItsVersion() throws IOException {
        var packet = packet("\n9.4.0\0and more");
        assertThat(MySqlGreeting.read(new ByteArrayInputStream(packet))).isEqualTo("9.4.0");
    }

    @Test
    void aDatabaseThatRefusesSaysWhy() {
        var packet = packet("?\0\0Too many connections".replace('?', '\u00ff'));
        assertThatThrownBy(() -> MySqlGreeting.read(new ByteArrayInputStream(packet)))
                .hasMessage("it refuses: Too many connections");
    }

    @Test
    void whoHangsUpOrSpeaksOtherwiseIsNoDatabase() {
        assertThatThrownBy(() -> MySqlGreeting.read(new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> MySqlGreeting.read(
                        new ByteArrayInputStream("HTTP/1.1 400".getBytes(StandardCharsets.US_ASCII))))
                .hasMessage("it is no MySQL");
    }

    private static byte[] packet(String payload) {
        var bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        var packet = new byte[bytes.length + 4];
        packet[0] = (byte) bytes.length;
        System.arraycopy(bytes, 0, packet, 4, bytes.length);
        return packet;
    }

    private static Set<String> services(String json) {
        return ServicesProbe.services(JsonMapper.builder().build().readTree(json));
    }

    private List<String> causes() {
        return found().stream()
                .filter(it -> it.level() == Level.FAIL)
                .map(Finding::code)
                .toList();
    }

    private List<Finding> found() {
        var facts = new ServicesFacts(health, reachable, registered, database);
        return Diagnosis.of(ServicesFeature.feature().checks(), Facts.of(ServicesFacts.class, facts));
    }
}
