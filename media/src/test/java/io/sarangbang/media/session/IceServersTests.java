package io.sarangbang.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class IceServersTests {

    private static final PublicAddress ADDRESS = new PublicAddress("meet.example.com", 443, false);
    private static final IceSettings.Turn TURN = new IceSettings.Turn("turn.example.com", 3478, "turn-secret");
    private static final IceServer OWN_CHOICE = new IceServer("stun:chosen.example.com", null, null);

    @Test
    void aBrowserIsNeverToldNone() {
        var told = told(IceSettings.none(), List.of());
        assertThat(urls(told)).containsExactly("stun:meet.example.com:40000");
        assertThat(told.has("turnUsername")).isFalse();
    }

    @Test
    void anAddressOfTheNewerKindIsWrittenAsUrlsWantIt() {
        var servers = new IceServers(IceSettings.none(), new PublicAddress("2001:db8::7", 443, false), 40_000);
        var json = JsonNodeFactory.instance.objectNode();
        servers.describe(connection(List.of()), json);
        assertThat(urls(json)).containsExactly("stun:[2001:db8::7]:40000");
    }

    @Test
    void aTurnServerComesWithCredentialsForADay() {
        var told = told(new IceSettings(TURN, List.of()), List.of());
        var server = told.get("customIceServers").get(0);
        assertThat(server.get("url").stringValue()).isEqualTo("turn:turn.example.com:3478");
        assertThat(server.get("username")).isEqualTo(told.get("turnUsername"));
        assertThat(server.get("credential")).isEqualTo(told.get("turnCredential"));
        var expiry = Long.parseLong(server.get("username").stringValue().split(":")[0]);
        assertThat(expiry - Instant.now().getEpochSecond()).isBetween(86_300L, 86_400L);
    }

    @Test
    void credentialsAreThoseThatTheRealServerMakes() {
        assertThat(TurnCredential.sign("MY_SECRET", "1795232802:tjqSx7oQ")).isEqualTo("wLFKYZRqSl989QuKsNvSfkrYOdQ=");
    }

    @Test
    void theListIsToldBeforeTheTurnServerAndAConnectionsOwnBeforeBoth() {
        var listed = new IceSettings(
                TURN,
                List.of(
                        new IceSettings.Listed(new IceServer("turns:a.example.com:443", "fixed", "given"), null),
                        new IceSettings.Listed(new IceServer("turns:b.example.com:443", null, null), "secret")));

        var told = told(listed, List.of());

        assertThat(urls(told)).containsExactly("turns:a.example.com:443", "turns:b.example.com:443");
        assertThat(told.get("customIceServers").get(0).get("credential").stringValue())
                .isEqualTo("given");
        assertThat(told.get("customIceServers").get(1).get("username").stringValue())
                .contains(":");
        assertThat(urls(told(listed, List.of(OWN_CHOICE)))).containsExactly(OWN_CHOICE.url());
    }

    private static ObjectNode told(IceSettings settings, List<IceServer> own) {
        var json = JsonNodeFactory.instance.objectNode();
        new IceServers(settings, ADDRESS, 40_000).describe(connection(own), json);
        return json;
    }

    private static ConnectionProperties connection(List<IceServer> own) {
        return new ConnectionProperties(Role.PUBLISHER, "", true, null, own);
    }

    private static List<String> urls(JsonNode told) {
        return told.get("customIceServers").values().stream()
                .map(server -> server.get("url").stringValue())
                .toList();
    }
}
