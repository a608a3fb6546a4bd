package io.sarangbang.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ProblemsTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path CATALOGUE = Path.of("../docs/problems.md");
    private static final Pattern IN_CODE = Pattern.compile("super\\(\\s*HttpStatus\\.(\\w+),\\s*\"([a-z-]+)\"");
    private static final Pattern IN_CATALOGUE = Pattern.compile("(?m)^\\| `/problems/([a-z-]+)` \\| (\\d+) \\|");

    @Test
    void theCatalogueListsWhatTheServiceAnswers() throws IOException {
        assertThat(catalogued()).isEqualTo(thrown()).isNotEmpty();
    }

    private static Map<String, Integer> catalogued() throws IOException {
        var section =
                Files.readString(CATALOGUE).split("(?m)^## room-service$")[1].split("(?m)^## ")[0];
        var found = new TreeMap<String, Integer>();
        IN_CATALOGUE.matcher(section).results().forEach(it -> found.put(it.group(1), Integer.valueOf(it.group(2))));
        return found;
    }

    private static Map<String, Integer> thrown() throws IOException {
        var found = new TreeMap<String, Integer>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                IN_CODE.matcher(Files.readString(file))
                        .results()
                        .forEach(it -> found.put(
                                it.group(2), HttpStatus.valueOf(it.group(1)).value()));
            }
        }
        return found;
    }
}
