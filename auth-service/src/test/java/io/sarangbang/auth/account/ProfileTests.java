package io.sarangbang.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u0000", "\u200B\u202E", "\n\t"})
    void aNameThatShowsNothingIsNone(String name) {
        assertThat(named(name).nickname()).isNull();
    }

    @Test
    void aNameIsTidied() {
        assertThat(named("  민\u0000지 \n\u202E 님 ").nickname()).isEqualTo("민 지 님");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertThat(named("😀".repeat(41)).nickname()).isEqualTo("😀".repeat(40));
        assertThat(named("가".repeat(39) + " 나다").nickname()).isEqualTo("가".repeat(39));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:image/png;base64,AA",
                "//x.test/a",
                "/a",
                "https://",
                "http://a b/"
            })
    void aPictureThatIsNoWebAddressIsNone(String picture) {
        assertThat(new Profile("kakao", "app", "1", null, picture).picture()).isNull();
    }

    @Test
    void aPictureOfUnreasonableLengthIsNone() {
        assertThat(new Profile("kakao", "app", "1", null, "https://x.test/" + "a".repeat(500)).picture())
                .isNull();
    }

    private static Profile named(String name) {
        return new Profile("kakao", "app", "1", name, null);
    }
}
