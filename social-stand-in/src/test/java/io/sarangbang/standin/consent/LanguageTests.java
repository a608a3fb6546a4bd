package io.sarangbang.standin.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.knobs.Knob;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LanguageTests {

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Language.EN.texts().keySet())
                .isEqualTo(Language.KO.texts().keySet())
                .isNotEmpty();
    }

    @Test
    void everyKnobThatAPageOffersHasAName() {
        assertThat(Language.KO.texts())
                .containsKeys(Arrays.stream(Knob.values())
                        .filter(Knob::forOneSignIn)
                        .map(it -> "knob_" + it.id())
                        .toArray(String[]::new));
    }
}
