package io.sarangbang.rooms.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomCodeTests {

    @Test
    void codesHoldNoLookAlikesAndNoVowels() {
        for (int i = 0; i < 1000; i++) {
            assertThat(RoomCode.random().value())
                    .matches("[a-z]{3}-[a-z]{4}-[a-z]{3}")
                    .doesNotContainPattern("[aeioul]");
        }
    }

    @Test
    void codesUseTheWholeAlphabetAndDoNotRepeat() {
        var letters = new HashSet<Integer>();
        var codes = new HashSet<String>();
        IntStream.range(0, 2000).mapToObj(_ -> RoomCode.random().value()).forEach(it -> {
            codes.add(it);
            it.chars().forEach(letters::add);
        });

        assertThat(letters).hasSize(21);
        assertThat(codes).hasSize(2000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kfm-wqtz-hbp", "KFM-WQTZ-HBP", "kfmwqtzhbp", " kfm wqtz hbp ", "kf-mwq-tzh-bp"})
    void codesAreReadHoweverTheyAreTyped(String typed) {
        assertThat(RoomCode.read(typed).orElseThrow().value()).isEqualTo("kfm-wqtz-hbp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kfm", "kfm-wqtz-hb", "kfm-wqtz-hbpp", "kfm-wqtz-hba", "kfm_wqtz_hbp", "ｋfm-wqtz-hbp"})
    void whatNoRoomCanBeCalledIsNotRead(String typed) {
        assertThat(RoomCode.read(typed)).isEmpty();
    }
}
