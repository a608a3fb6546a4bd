package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTests {

    private static final Map<String, String> LEAST =
            Map.of("OPENVIDU_SECRET", "a-secret-of-this-test", "DOMAIN_OR_PUBLIC_IP", "meet.example.com");

    @Test
    void theLeastIsASecretAndAnAddress() throws BadConfiguration {
        var settings = Configuration.read(LEAST);
        assertThat(settings.port()).isEqualTo(5443);
        assertThat(settings.address().url()).isEqualTo("https://meet.example.com");
        assertThat(settings.webhook().endpoint()).isNull();
        assertThat(settings.garbageEvery()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void everythingIsRead() throws BadConfiguration {
        var settings = Configuration.read(and(Map.ofEntries(
                Map.entry("HTTPS_PORT", "8443"),
                Map.entry("SERVER_PORT", "21199"),
                Map.entry("BIND_ADDRESS", "127.0.0.1"),
                Map.entry("MEDIA_PORT", "21198"),
                Map.entry("MEDIA_ADDRESSES", "10.0.0.1, 10.0.0.2"),
                Map.entry("MEDIA_ANNOUNCED_IPS", "198.51.100.7"),
                Map.entry("MEDIA_TCP", "false"),
                Map.entry("OPENVIDU_STREAMS_VIDEO_MAX_RECV_BANDWIDTH", "1500"),
                Map.entry("OPENVIDU_WEBHOOK", "true"),
                Map.entry("OPENVIDU_WEBHOOK_ENDPOINT", "http://room-service:8083/internal/openvidu/events"),
                Map.entry("OPENVIDU_WEBHOOK_HEADERS", "[\"Authorization: Bearer s\"]"),
                Map.entry("OPENVIDU_WEBHOOK_EVENTS", "[\"participantJoined\",\"participantLeft\"]"),
                Map.entry("COTURN_IP", "turn.example.com"),
                Map.entry("COTURN_SHARED_SECRET_KEY", "turn-secret"),
                Map.entry("OPENVIDU_WEBRTC_ICE_SERVERS", "[\"url=turns:turn.example.com:443,staticAuthSecret=s=\"]"))));

        assertThat(settings.address().url()).isEqualTo("https://meet.example.com:8443");
        assertThat(settings.media().addresses()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(settings.media().announced()).containsExactly("198.51.100.7");
        assertThat(settings.media().tcp()).isFalse();
        assertThat(settings.media().maxBitrateKbps()).isEqualTo(1500);
        assertThat(settings.webhook().endpoint())
                .isEqualTo(URI.create("http://room-service:8083/internal/openvidu/events"));
        assertThat(settings.webhook().headers())
                .singleElement()
                .satisfies(header -> assertThat(header.value()).isEqualTo("Bearer s"));
        assertThat(settings.webhook().events()).hasSize(2);
        assertThat(settings.ice().turn()).isNotNull();
        assertThat(settings.ice().servers()).singleElement().satisfies(listed -> {
            assertThat(listed.server().url()).isEqualTo("turns:turn.example.com:443");
            assertThat(listed.secret()).isEqualTo("s=");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPENVIDU_SECRET             | MY_SECRET          | OPENVIDU_SECRET is too easy to guess",
                "OPENVIDU_SECRET             | fifteen-letters    | OPENVIDU_SECRET is too easy to guess",
                "OPENVIDU_SECRET             | ''                 | OPENVIDU_SECRET is not set",
                "OPENVIDU_SECRET             | spaces are no good | OPENVIDU_SECRET may hold",
                "DOMAIN_OR_PUBLIC_IP         | ''                 | DOMAIN_OR_PUBLIC_IP is not set",
                "DOMAIN_OR_PUBLIC_IP         | https://meet.example.com | without scheme",
                "DOMAIN_OR_PUBLIC_IP         | meet.example.com:443 | without scheme",
                "HTTPS_PORT                  | 70000              | HTTPS_PORT must be a number from 1 to 65535",
                "SERVER_PORT                 | many               | SERVER_PORT must be a number",
                "MEDIA_PORT                  | -1                 | MEDIA_PORT must be a number",
                "FORCE_PLAIN_HTTP            | yes                | FORCE_PLAIN_HTTP must be true or false",
                "COTURN_IP                   | turn.example.com   | need each other",
                "OPENVIDU_WEBHOOK            | true               | OPENVIDU_WEBHOOK_ENDPOINT must be",
                "OPENVIDU_WEBRTC_ICE_SERVERS | stun:x             | must be a JSON array of strings",
                "OPENVIDU_WEBRTC_ICE_SERVERS | [\"url=http://x\"] | Not a STUN or TURN address"
            })
    void whatIsWrongIsSaidInOneLine(String name, String value, String said) {
        assertThatThrownBy(() -> Configuration.read(and(Map.of(name, value))))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining(said)
                .satisfies(problem -> assertThat(problem.getMessage().lines()).hasSize(1));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> Configuration.read(Map.of("SERVER_PORT", "x")))
                .satisfies(problem -> assertThat(problem.getMessage().lines()).hasSize(3));
    }

    private static Map<String, String> and(Map<String, String> more) {
        var all = new HashMap<>(LEAST);
        all.putAll(more);
        return all;
    }
}
