package io.sarangbang.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.doctor.fact.Installation.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTests {

    @Test
    void withoutArgumentsItLooksAtItsInstallationInKorean() throws Exception {
        var line = CommandLine.of(List.of(), Map.of());

        assertThat(line).isEqualTo(new CommandLine(View.INSIDE, "", false, false, Locale.KOREAN));
    }

    @Test
    void theLanguageIsThatOfTheTerminalUnlessOneIsAskedFor() throws Exception {
        var english = Map.of("LANG", "en_US.UTF-8");

        assertThat(CommandLine.of(List.of(), english).language()).isEqualTo(Locale.ENGLISH);
        assertThat(CommandLine.of(List.of("--lang", "ko"), english).language()).isEqualTo(Locale.KOREAN);
    }

    @Test
    void fromOutsideNoSettingOfThisMachineCounts() throws Exception {
        var line = CommandLine.of(List.of("--json", "--outside", "https://rooms.example.kr/"), Map.of());

        assertThat(line.json()).isTrue();
        assertThat(line.installation(Map.of("DOMAIN", "localhost")).variables())
                .isEqualTo(Map.of("PUBLIC_URL", "https://rooms.example.kr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--verbose", "--lang", "--lang fr", "--outside", "--outside rooms.example.kr", "check"})
    void whatMakesNoSenseIsRefused(String arguments) {
        assertThatExceptionOfType(CommandLine.Misuse.class)
                .isThrownBy(() -> CommandLine.of(List.of(arguments.split(" ")), Map.of()));
    }
}
