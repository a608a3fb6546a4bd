package io.sarangbang.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTests {

    private static final UUID ACCOUNT = UUID.fromString("019a9f5e-0000-7000-8000-000000000001");
    private static final String FAMILY = "👩‍👩‍👧‍👦";
    private static final String ENGLAND = "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F";

    @Test
    void decomposedHangulIsComposed() {
        assertThat(told("\u1109\u1165\u110b\u1167\u11ab")).isEqualTo("서연");
        assertThat(DisplayName.typed("\u1109\u1165\u110b\u1167\u11ab")).contains(new DisplayName("서연"));
    }

    @Test
    void emojiThatAreHeldTogetherStay() {
        assertThat(DisplayName.typed(FAMILY + ENGLAND)).contains(new DisplayName(FAMILY + ENGLAND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000",
                "\u00a0",
                "\u200b",
                "\u200d",
                "\ufe0f",
                "\u3164",
                "\u2800",
                "\u115f",
                "a\u0007",
                "a\rb",
                "a\u2028b",
                "a\u202eb",
                "a\u2066b",
                "a\u200fb",
                "a\ufeffb",
                "\ud83dx",
                "a\ue000",
                "a\u0378"
            })
    void whatCannotBeReadIsNoName(String text) {
        assertThat(DisplayName.typed(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3164", "\u202e", "\u0000\u0001", "\u200b\u200d"})
    void whereNothingIsLeftOfANameItIsAGuests(String nickname) {
        assertThat(told(nickname)).matches("손님\\d{4}").isEqualTo(told(null));
    }

    @Test
    void whatAProviderToldIsMadeToFit() {
        assertThat(told("가\u202e나")).isEqualTo("가나");
        assertThat(told("가\n나")).isEqualTo("가 나");
        assertThat(told("\u3164가\u3164")).isEqualTo("가");
        assertThat(told("가\u0000")).isEqualTo("가");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertThat(told("가".repeat(50))).isEqualTo("가".repeat(40));
        assertThat(told("가".repeat(38) + FAMILY)).isEqualTo("가".repeat(38));
        assertThat(told("가".repeat(39) + " 나")).isEqualTo("가".repeat(39));
    }

    @Test
    void aLongRunOfBlanksIsReadInNoTime() {
        assertThat(DisplayName.typed("가" + " ".repeat(2_000_000) + "나")).isEmpty();
    }

    private static String told(String nickname) {
        return DisplayName.told(nickname, ACCOUNT).text();
    }
}
