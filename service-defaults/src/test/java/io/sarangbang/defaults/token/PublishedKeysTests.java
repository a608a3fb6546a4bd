package io.sarangbang.defaults.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.defaults.token.KeySource.KeysUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PublishedKeysTests {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Issuer issuer = new Issuer();
    private final PublishedKeys keys = new PublishedKeys(issuer, INTERVAL, issuer);

    @Test
    void areFetchedAtFirstNeedAndKept() {
        assertThat(issuer.fetches()).isZero();

        assertThat(keys.find("key-1")).isNotNull();
        assertThat(keys.find("key-1")).isNotNull();

        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @Test
    void anUnknownKidFetchesAtMostOncePerInterval() {
        keys.find("key-1");
        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("forged-" + i)).isNull();
        }
        assertThat(issuer.fetches()).isEqualTo(1);

        issuer.passes(INTERVAL);
        keys.find("forged");
        keys.find("forged");

        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void aKeyThatCameNewIsFoundAfterTheInterval() {
        keys.find("key-1");
        issuer.addKey("key-2");
        issuer.passes(INTERVAL);

        assertThat(keys.find("key-2")).isNotNull();
        assertThat(keys.find("key-1")).isNotNull();
    }

    @Test
    void aKeyThatWasWithdrawnStopsCountingWithinAMinute() {
        keys.find("key-1");
        issuer.dropKey("key-1");
        issuer.passes(Duration.ofSeconds(61));

        assertThat(keys.find("key-1")).isNull();
    }

    @Test
    void knownKeysOutliveTheirSource() {
        keys.find("key-1");
        issuer.goesDown();
        issuer.passes(Duration.ofMinutes(10));

        assertThat(keys.find("key-1")).isNotNull();
    }

    @Test
    void whileTheSourceIsDownItIsAskedOncePerSecond() {
        issuer.goesDown();
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> keys.find("key-1")).isInstanceOf(KeysUnavailable.class);
        }
        assertThat(issuer.fetches()).isEqualTo(1);

        issuer.comesBack();
        issuer.passes(Duration.ofSeconds(1));

        assertThat(keys.find("key-1")).isNotNull();
    }
}
