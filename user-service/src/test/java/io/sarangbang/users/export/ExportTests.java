package io.sarangbang.users.export;

import static io.sarangbang.users.OtherServices.AUTH;
import static io.sarangbang.users.OtherServices.ROOMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.users.Person;
import io.sarangbang.users.StubService;
import io.sarangbang.users.UserServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;

/** {@code GET /api/users/me/export}. */
@TestPropertySource(
        properties = {
            "sarangbang.export.patience=1s",
            "sarangbang.export.largest-part=1MB",
            "sarangbang.export.at-once=2",
            "sarangbang.export.queue=200ms"
        })
class ExportTests extends UserServiceTest {

    private static final String ACCOUNT =
            "{\"createdAt\":\"2026-11-20T00:00:00Z\",\"identities\":[{\"nickname\":\"서연\"}]}";
    private static final String HELD = "{\"rooms\":[],\"messages\":[{\"text\":\"안녕 🦉\"}]}\n";

    private Person seoyeon;

    @BeforeEach
    void signIn() {
        seoyeon = somebody("서연");
        AUTH.behaves(StubService.json(ACCOUNT));
        ROOMS.behaves(StubService.json(HELD));
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(spools()).isEmpty();
    }

    @Test
    void anExportHoldsWhatAllThreeServicesHold() {
        var export = seoyeon.exports().is(200);

        assertThat(export.body().propertyNames()).containsExactly("exportedAt", "profile", "account", "rooms");
        assertThat(Instant.parse(export.text("/exportedAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(export.body().at("/profile"))
                .isEqualTo(seoyeon.looksAtThemselves().body());
        assertThat(export.text("/account/identities/0/nickname")).isEqualTo("서연");
        assertThat(export.text("/rooms/messages/0/text")).isEqualTo("안녕 🦉");
    }

    @Test
    void itIsADownloadThatNobodyKeeps() {
        var response = seoyeon.exports().is(200).raw().getResponse();
        var today = LocalDate.now(ZoneOffset.UTC);

        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"sarangbang-export-" + today + ".json\"");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Content-Length"))
                .isEqualTo(Integer.toString(response.getContentAsByteArray().length));
    }

    @Test
    void theOthersAreAskedForThisPersonAlone() {
        seoyeon.exports().is(200);

        assertThat(AUTH.asked(seoyeon.account()))
                .singleElement()
                .satisfies(it -> assertThat(it.what())
                        .matches("GET /internal/accounts/" + seoyeon.account() + "/export\\?sessionId=[0-9a-f-]{36}"));
        assertThat(ROOMS.asked(seoyeon.account()))
                .extracting(StubService.Asked::what)
                .containsExactly("GET /internal/people/" + seoyeon.account() + "/export");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("500", StubService.status(500)),
                Arguments.of("503", StubService.status(503)),
                Arguments.of("404", StubService.status(404)),
                Arguments.of("204", StubService.status(204)),
                Arguments.of("another protocol", StubService.garbage()),
                Arguments.of("half of what it promised", StubService.brokenOff(HELD)),
                Arguments.of("nothing in time", AUTH.hanging()),
                Arguments.of("an empty body", StubService.json("")),
                Arguments.of("half an object", StubService.json("{\"rooms\":[")),
                Arguments.of("a list", StubService.json("[{}]")),
                Arguments.of("two objects", StubService.json("{} {}")),
                Arguments.of("a member more", StubService.json("{},\"profile\":{}")),
                Arguments.of("a page", StubService.json("<html>")),
                Arguments.of("text in UTF-16", StubService.bytes(HELD.getBytes(StandardCharsets.UTF_16BE))),
                Arguments.of("broken UTF-8", StubService.bytes(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'})),
                Arguments.of("too much", StubService.json("{\"a\":\"" + "x".repeat(1 << 20) + "\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void withoutOnePartThereIsNone(String name, StubService.Manner fault) {
        ROOMS.behaves(fault);
        isUnavailable("room-service");

        ROOMS.behaves(StubService.json(HELD));
        AUTH.behaves(fault);
        isUnavailable("auth-service");
    }

    @Test
    void aServiceThatIsDownIsNamed() {
        ROOMS.stops();
        isUnavailable("room-service");
        ROOMS.comesBack();
        AUTH.stops();
        isUnavailable("auth-service");
    }

    @Test
    void whatBrokeOffIsNotInTheNextExport() {
        ROOMS.behaves(StubService.brokenOff("{\"old\":true,\"rooms\":[]}"));
        isUnavailable("room-service");
        ROOMS.behaves(StubService.json("{}"));

        assertThat(seoyeon.exports().is(200).body().at("/rooms").isEmpty()).isTrue();
    }

    @Test
    void moreAtOnceThanTheDiskShouldHoldWait() throws Exception {
        ROOMS.behaves(ROOMS.hanging());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var exports = threads.invokeAll(IntStream.range(0, 4)
                    .mapToObj(_ -> (java.util.concurrent.Callable<String>) () -> seoyeon.exports()
                            .isProblem(503, "service-unavailable")
                            .text("/cause"))
                    .toList());
            var causes = Stream.of(exports.toArray(java.util.concurrent.Future[]::new))
                    .map(it -> it.resultNow().toString());
            assertThat(causes)
                    .containsExactlyInAnyOrder("room-service", "room-service", "user-service", "user-service");
        }
    }

    /** A browser that was left alone does not give everything away (RFC 9470). */
    @Test
    void itTakesAFreshSignIn() {
        var stale = same(
                seoyeon,
                it -> it.claim("auth_time", Instant.now().minusSeconds(660).getEpochSecond()));

        stale.exports().isProblem(401, "fresh-sign-in-needed");
        assertThat(AUTH.asked(seoyeon.account())).isEmpty();
    }

    @Test
    void nobodyHasNothingToTakeAlong() {
        nobody().exports().isProblem(401, "not-signed-in");
    }

    private void isUnavailable(String cause) {
        var before = Instant.now();
        var answer = seoyeon.exports().isProblem(503, "service-unavailable");

        assertThat(answer.text("/cause")).isEqualTo(cause);
        assertThat(answer.raw().getResponse().getHeader("Retry-After")).isEqualTo("2");
        assertThat(answer.raw().getResponse().getHeader("Content-Disposition")).isNull();
        assertThat(answer.body().toString()).doesNotContain("서연", "안녕", "Exception");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    /** By name, and where the system tells, by what this process still holds open. */
    private static List<String> spools() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            var named = files.map(Path::toString).filter(it -> it.contains("sarangbang-export-"));
            return Stream.concat(named, open()).toList();
        }
    }

    private static Stream<String> open() throws IOException {
        var descriptors = Path.of("/proc/self/fd");
        if (!Files.exists(descriptors)) {
            return Stream.of();
        }
        try (var files = Files.list(descriptors)) {
            return files.map(ExportTests::target).filter(it -> it.contains("sarangbang-export-")).toList().stream();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
