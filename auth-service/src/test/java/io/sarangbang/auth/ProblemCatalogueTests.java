package io.sarangbang.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.provider.SignInFault;
import io.sarangbang.defaults.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class ProblemCatalogueTests {

    @Test
    void theCatalogueListsExactlyTheProblemsOfThisService() throws ReflectiveOperationException, IOException {
        assertThat(rows("`/problems/([a-z-]+)` \\| (\\d+)")).containsExactlyInAnyOrderElementsOf(ours());
    }

    @Test
    void theCatalogueListsExactlyTheWaysASignInFails() throws IOException {
        assertThat(rows("`([a-z-]+)`"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SignInFault.values())
                        .map(SignInFault::slug)
                        .toList());
    }

    private static List<String> ours() throws ReflectiveOperationException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Problem.class));
        var found = scanner.findCandidateComponents("io.sarangbang.auth").stream()
                .map(it -> it.getBeanClassName())
                .toList();
        var problems = new java.util.ArrayList<String>();
        for (var name : found) {
            var constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            var body = ((Problem) constructor.newInstance()).getBody();
            problems.add(body.getType().getPath().substring("/problems/".length()) + " " + body.getStatus());
        }
        return problems;
    }

    private static List<String> rows(String columns) throws IOException {
        var catalogue = Files.readString(Path.of("../docs/problems.md"));
        var section = catalogue.split("(?m)^## auth-service$")[1].split("(?m)^## ")[0];
        return Pattern.compile("(?m)^\\| " + columns + " \\|")
                .matcher(section)
                .results()
                .map(it -> it.groupCount() == 1 ? it.group(1) : it.group(1) + " " + it.group(2))
                .toList();
    }
}
