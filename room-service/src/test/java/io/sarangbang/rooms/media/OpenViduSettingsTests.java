package io.sarangbang.rooms.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.defaults.setup.SetupRefused;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenViduSettingsTests {

    private static final String SECRET = "a-secret-of-enough-length";
    private static final String WEBHOOK_SECRET = "a-webhook-secret-of-enough-length";

    @ParameterizedTest
    @CsvSource({
        "localhost:4443,            a-secret-of-enough-length, a-webhook-secret-of-enough-length, OPENVIDU_URL",
        "ftp://media.example,       a-secret-of-enough-length, a-webhook-secret-of-enough-length, OPENVIDU_URL",
        "https://media.example,     MY_SECRET,                 a-webhook-secret-of-enough-length, OPENVIDU_SECRET",
        "https://media.example,     change-me-change-me,       a-webhook-secret-of-enough-length, OPENVIDU_SECRET",
        "https://media.example,     not:for:openvidu:not:ok,   a-webhook-secret-of-enough-length, OPENVIDU_SECRET",
        "https://media.example,     a-secret-of-enough-length, short, OPENVIDU_WEBHOOK_SECRET",
        "https://media.example,     a-secret-of-enough-length, ------------------------------------, OPENVIDU_WEBHOOK_SECRET"
    })
    void settingsThatCannotWorkStopTheStartAndAreNamed(String url, String secret, String webhook, String named) {
        assertThatThrownBy(() -> settings(url, secret, webhook))
                .isInstanceOf(SetupRefused.class)
                .hasMessageStartingWith(named)
                .message()
                .doesNotContain(secret)
                .doesNotContain(webhook);
    }

    @Test
    void theAddressMayEndInASlash() {
        assertThat(settings("https://media.example:4443/", SECRET, WEBHOOK_SECRET)
                        .base())
                .isEqualTo("https://media.example:4443");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(settings("https://media.example", SECRET, WEBHOOK_SECRET).toString())
                .doesNotContain(SECRET)
                .doesNotContain(WEBHOOK_SECRET);
    }

    private static OpenViduSettings settings(String url, String secret, String webhookSecret) {
        return new OpenViduSettings(
                URI.create(url), secret, webhookSecret, null, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }
}
