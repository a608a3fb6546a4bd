package io.sarangbang.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.sarangbang.defaults.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTests {

    private static final List<Problem> OURS = List.of(
            new UriTooLong(1),
            new HeadersTooLarge(1),
            new UpgradeRequired(),
            new ServiceTimeout("…"),
            new ServiceFailed("…"));

    @Test
    void everyProblemOfTheGatewayIsCatalogued() throws IOException {
        var catalogue = Files.readString(Path.of("../docs/problems.md"));

        assertThat(OURS)
                .allSatisfy(it -> assertThat(catalogue)
                        .contains("| `" + it.getBody().getType() + "` | "
                                + it.getStatusCode().value() + " |"));
    }

    @Test
    void noneIsForgottenHere() {
        var classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.sarangbang.gateway");

        assertThat(classes.stream()
                        .filter(it -> it.isAssignableTo(Problem.class))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(
                        OURS.stream().map(it -> it.getClass().getName()).toList());
    }
}
