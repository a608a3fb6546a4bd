package io.sarangbang.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.report.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What bin/fault-matrix injects is told in docs/fault-matrix.md, and expects causes that the doctor looks for. */
class FaultMatrixTests {

    private static final Path FAULTS = Path.of("faults");

    @Test
    void everyFaultExpectsACauseThatIsLookedFor() throws IOException {
        var codes = Checklist.features().stream()
                .flatMap(it -> it.checks().stream())
                .map(Check::code)
                .collect(Collectors.toSet());

        assertThat(faults()).allSatisfy(fault -> assertThat(codes).contains(text(fault, "expected")));
    }

    @Test
    void everyFaultHasARowInTheManualAndNoRowIsLeftOver() throws IOException {
        var rows = Files.readAllLines(Path.of("../docs/fault-matrix.md")).stream()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .collect(Collectors.toCollection(TreeSet::new));

        var wanted = new TreeSet<String>();
        for (var fault : faults()) {
            wanted.add("| %s | `%s` | %s | `%s` |"
                    .formatted(dot(fault), fault, text(fault, "about"), text(fault, "expected")));
        }
        assertThat(rows).as("bin/fault-matrix --table writes it").isEqualTo(wanted);
    }

    @Test
    void theCutIsMadeOfFaultsThatThereAre() throws IOException {
        assertThat(faults()).containsAll(cut());
    }

    private static Set<String> faults() throws IOException {
        try (var folders = Files.list(FAULTS)) {
            return folders.filter(Files::isDirectory)
                    .map(it -> it.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> cut() throws IOException {
        return Files.readAllLines(FAULTS.resolve("cut"));
    }

    private static String dot(String fault) throws IOException {
        return cut().contains(fault) ? "•" : " ";
    }

    private static String text(String fault, String file) throws IOException {
        return Files.readString(FAULTS.resolve(fault).resolve(file)).strip();
    }
}
