package io.sarangbang.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said to be proven is: each rule has its row, and each test that is named is there. */
class SecurityDocumentTests {

    private static final Path REPOSITORY = Path.of("..");
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "dist", ".git", ".sarangbang");
    private static final Pattern TEST =
            Pattern.compile("`([A-Z]\\w*(?:Tests|IT|Contract|Attacks|Rules)|\\w+\\.spec\\.ts)(?:\\.(\\w+))?`");
    private static final int RULES = 48;

    private final String document = text(REPOSITORY.resolve("docs/security.md"));

    @Test
    void everyRuleHasOneRow() {
        assertThat(Pattern.compile("(?m)^\\| (R-\\d\\d) ")
                        .matcher(document)
                        .results()
                        .map(it -> it.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, RULES)
                        .mapToObj("R-%02d"::formatted)
                        .toList());
    }

    @Test
    void everyRuleIsProvenOrSaidNotToBeYet() {
        assertThat(document.lines().filter(it -> it.startsWith("| R-")))
                .allMatch(it -> TEST.matcher(it).find() || it.contains("not yet"));
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var sources = sources();

        assertThat(TEST.matcher(document)
                        .results()
                        .filter(it -> !exists(it, sources))
                        .map(MatchResult::group))
                .isEmpty();
    }

    /** Several modules may have a class of a name: one that has the method is enough. */
    private static boolean exists(MatchResult named, Map<String, List<Path>> sources) {
        var name = named.group(1).endsWith(".ts") ? named.group(1) : named.group(1) + ".java";
        var method = named.group(2);
        return sources.getOrDefault(name, List.of()).stream()
                .anyMatch(it -> method == null || text(it).contains(" " + method + "("));
    }

    private static Map<String, List<Path>> sources() throws IOException {
        var found = new HashMap<String, List<Path>>();
        Files.walkFileTree(REPOSITORY, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return SKIPPED.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.computeIfAbsent(file.getFileName().toString(), _ -> new ArrayList<>())
                        .add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
