package io.sarangbang.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

class CatalogueTests {

    @Test
    void whatTheFrameworkRefusesIsCatalogued() throws IOException {
        var catalogue = Files.readString(Path.of("../docs/problems.md"));

        assertThat(byStatus())
                .allSatisfy(
                        it -> assertThat(catalogue).contains("| `" + it.getType() + "` | " + it.getStatus() + " |"));
    }

    @Test
    void aTypedProblemKeepsItsType() {
        var problem = Problem.body(HttpStatus.NOT_FOUND, "room-not-found", "No such room", "None has this code.");

        FrameworkProblems.giveType(problem);

        assertThat(problem.getType()).hasToString("/problems/room-not-found");
        assertThat(problem.getDetail()).isEqualTo("None has this code.");
    }

    @Test
    void aStatusNobodyExpectedIsStillAProblemOfOurs() {
        for (var status : HttpStatus.values()) {
            if (status.isError()) {
                var problem = ProblemDetail.forStatus(status);
                FrameworkProblems.giveType(problem);
                assertThat(problem.getType().getPath()).startsWith("/problems/");
                assertThat(problem.getTitle()).isNotBlank();
            }
        }
    }

    private static Stream<ProblemDetail> byStatus() {
        return List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 429, 431, 500, 503, 504).stream()
                .map(ProblemDetail::forStatus)
                .peek(FrameworkProblems::giveType);
    }
}
