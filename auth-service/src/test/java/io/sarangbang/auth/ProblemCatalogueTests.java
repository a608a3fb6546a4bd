package io.sarangbang.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.provider.SignInFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTests {

    private static final Pattern SLUG = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void theCatalogueListsExactlyTheWaysASignInFails() throws IOException {
        var catalogue = Files.readString(Path.of("../docs/problems.md"));
        var section = catalogue.split("(?m)^## auth-service$")[1].split("(?m)^## ")[0];

        assertThat(SLUG.matcher(section).results().map(it -> it.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SignInFault.values())
                        .map(SignInFault::slug)
                        .toList());
    }
}
