package io.sarangbang.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Facts;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Level;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check can find has words in both languages, and a row in the manual. */
class CausesTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

    private final List<Check> checks =
            Checklist.features().stream().flatMap(it -> it.checks().stream()).toList();

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void everyCauseHasItsTextsAndNoTextIsLeftOver(String language) throws IOException {
        var wanted = codes().stream()
                .flatMap(it -> Stream.of(it + ".wrong", it + ".breaks", it + ".do"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(texts(language).stringPropertyNames())).isEqualTo(wanted);
        assertThat(texts(language).values()).noneMatch(it -> it.toString().isBlank());
    }

    @Test
    void theTwoLanguagesNameTheSameParameters() throws IOException {
        var english = texts("en");
        texts("ko")
                .forEach((key, korean) -> assertThat(parameters(korean.toString()))
                        .describedAs(key.toString())
                        .isEqualTo(parameters(english.getProperty(key.toString()))));
    }

    @Test
    void everyCauseHasARowInTheManualAndNoRowIsLeftOver() throws IOException {
        var rows = ROW.matcher(Files.readString(Path.of("../docs/doctor.md")))
                .results()
                .map(it -> it.group(1))
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(codes());
    }

    @Test
    void aCodeBelongsToOneCheck() {
        assertThat(checks).extracting(Check::code).doesNotHaveDuplicates();
    }

    @Test
    void aCheckComesAfterCausesThatSomebodyLooksFor() {
        assertThat(checks).allSatisfy(it -> assertThat(codes()).containsAll(it.after()));
    }

    @Test
    void whenNothingIsKnownNothingIsFine() {
        assertThat(Diagnosis.of(checks, Facts.none()))
                .hasSameSizeAs(checks)
                .allSatisfy(it -> assertThat(it.level()).isEqualTo(Level.UNMEASURED));
    }

    private Set<String> codes() {
        return checks.stream().map(Check::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parameters(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        var file = "/io/sarangbang/doctor/report/causes_" + language + ".properties";
        try (var in = CausesTests.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
