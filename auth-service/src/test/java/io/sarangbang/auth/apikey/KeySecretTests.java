package io.sarangbang.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTests {

    private final SecureRandom random = new SecureRandom();

    @Test
    void aKeyIsThePrefix43DigitsAndAChecksumOfSix() {
        assertThat(KeySecret.random(random).reveal()).matches("sbk_[0-9A-Za-z]{49}");
    }

    @Test
    void theSmallestAndTheLargestNumberHaveTheSameLength() {
        assertThat(KeySecret.random(filledWith(0)).reveal()).startsWith("sbk_" + "0".repeat(43));
        assertThat(KeySecret.random(filledWith(-1)).reveal()).hasSize(53);
    }

    @Test
    void itIsReadBackAsTheSameKey() {
        for (var i = 0; i < 200; i++) {
            var key = KeySecret.random(random);

            assertThat(KeySecret.read(key.reveal()).orElseThrow().hash()).isEqualTo(key.hash());
        }
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(_ -> KeySecret.random(random).reveal()))
                .doesNotHaveDuplicates();
    }

    @Test
    void oneMistypedCharacterAnywhereIsNoticed() {
        var key = KeySecret.random(random).reveal();
        for (var at = 0; at < key.length(); at++) {
            var other = key.charAt(at) == 'x' ? 'y' : 'x';
            var mistyped = key.substring(0, at) + other + key.substring(at + 1);

            assertThat(KeySecret.read(mistyped)).as(mistyped).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sbk_", "sbk_…", " ", "eyJhbGciOiJFUzI1NiJ9.e30.c2ln"})
    void whatIsNoKeyIsNone(String sent) {
        assertThat(KeySecret.read(sent)).isEmpty();
    }

    @Test
    void nothingIsReadAroundAKey() {
        var key = KeySecret.random(random).reveal();

        assertThat(KeySecret.read(" " + key)).isEmpty();
        assertThat(KeySecret.read(key + "\n")).isEmpty();
        assertThat(KeySecret.read(key.toUpperCase(java.util.Locale.ROOT))).isEmpty();
    }

    @Test
    void theHintIsOfTheChecksumAndTellsNothingOfTheRandomPart() {
        var key = KeySecret.random(random);

        assertThat(key.hint()).hasSize(4);
        assertThat(key.reveal().substring(47)).endsWith(key.hint());
        assertThat(key).hasToString("KeySecret[…]");
        assertThat(new String(key.hash(), StandardCharsets.ISO_8859_1)).doesNotContain(key.hint());
    }

    private static RandomGenerator filledWith(int value) {
        return new RandomGenerator() {

            @Override
            public long nextLong() {
                return value;
            }
        };
    }
}
