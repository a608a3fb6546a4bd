package io.sarangbang.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

class ProblemCatalogueTests {

    private static final ProblemCatalogue CATALOGUE = new ProblemCatalogue("""
            ## everywhere

            | `/problems/not-found` | 404 | … | … |

            ## lobby

            | `/problems/lobby-full` | 409 | … | … |

            ## cellar

            | `/problems/too-dark` | 403 | … | … |
            """);

    @Test
    void aPartThatListsJustWhatItsModuleThrowsIsRight() {
        assertThat(CATALOGUE.differences("lobby", List.of(LobbyFull.class, NotFound.class)))
                .isEmpty();
        assertThat(CATALOGUE.differences("attic", List.of(NotFound.class))).isEmpty();
    }

    @Test
    void aProblemOfAnotherModuleIsNotListedHere() {
        assertThat(CATALOGUE.differences("cellar", List.of(LobbyFull.class)))
                .containsExactly("/problems/lobby-full 409 is not listed", "/problems/too-dark 403 is never thrown");
    }

    @Test
    void aListedStatusIsTheOneThatIsAnswered() {
        assertThat(CATALOGUE.differences("cellar", List.of(TooDark.class)))
                .containsExactly("/problems/too-dark 500 is not listed", "/problems/too-dark 403 is never thrown");
    }

    private static class Sample extends ErrorResponseException {

        Sample(HttpStatus status, String slug) {
            super(status);
            setType(URI.create("/problems/" + slug));
        }
    }

    private static final class NotFound extends Sample {

        NotFound(String detail, List<String> hints) {
            super(HttpStatus.NOT_FOUND, "not-found");
            setDetail(detail + hints);
        }
    }

    private static final class LobbyFull extends Sample {

        LobbyFull(int capacity) {
            super(HttpStatus.CONFLICT, "lobby-full");
            setDetail("All " + capacity + " places are taken.");
        }
    }

    private static final class TooDark extends Sample {

        TooDark() {
            super(HttpStatus.INTERNAL_SERVER_ERROR, "too-dark");
        }
    }
}
