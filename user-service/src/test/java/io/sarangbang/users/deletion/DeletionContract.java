package io.sarangbang.users.deletion;

import static io.sarangbang.users.OtherServices.AUTH;
import static io.sarangbang.users.OtherServices.ROOMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.users.Answer;
import io.sarangbang.users.Person;
import io.sarangbang.users.StubService;
import io.sarangbang.users.StubService.Asked;
import io.sarangbang.users.UserServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code DELETE /api/users/me}: the end of an account, at every service that holds something of it. It has to come
 * true whatever the others do meanwhile.
 */
abstract class DeletionContract extends UserServiceTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private DeletionStore deletions;

    @Autowired
    private StepStore steps;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DeletionSettings settings;

    private Person seoyeon;

    @BeforeEach
    void signIn() {
        seoyeon = somebody("서연");
        seoyeon.looksAtThemselves().is(200);
    }

    @Test
    void everyServiceErasesWhatItHoldsAndATombstoneStays() {
        var answer = seoyeon.deletesTheirAccount().is(202);

        assertThat(Instant.parse(answer.text("/requestedAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(answer.body().propertyNames()).containsExactly("requestedAt");
        isDeletedSoon();
        assertThat(what(AUTH)).containsOnly("DELETE /internal/accounts/" + seoyeon.account());
        assertThat(what(ROOMS)).containsOnly("DELETE /internal/people/" + seoyeon.account());
        assertThat(steps.existsByAccountId(seoyeon.account())).isFalse();
        assertThat(nobodyKnowsThem()).isTrue();
    }

    @Test
    void aTombstoneHoldsNothingOfThePerson() {
        seoyeon.deletesTheirAccount().is(202);
        isDeletedSoon();

        var tombstone = database.sql("select * from deletions where account_id = :id")
                .param("id", bytes(seoyeon.account()))
                .query()
                .singleRow();
        assertThat(tombstone.keySet()).containsExactly("account_id", "requested_at", "completed_at");
    }

    @Test
    void theSessionsEndBeforeTheRooms() {
        seoyeon.deletesTheirAccount().is(202);
        isDeletedSoon();

        assertThat(asked(AUTH).getFirst().at()).isBefore(asked(ROOMS).getFirst().at());
    }

    @Test
    void everythingIsErasedOnceMoreWhenTheLastTokenIsOver() {
        seoyeon.deletesTheirAccount().is(202);
        isDeletedSoon();

        for (var service : List.of(AUTH, ROOMS)) {
            assertThat(asked(service)).hasSize(2);
            assertThat(Duration.between(
                            asked(AUTH).getFirst().at(),
                            asked(service).getLast().at()))
                    .isGreaterThanOrEqualTo(settings.lastSweepAfter());
        }
    }

    @Test
    void theAnswerWaitsForNobody() {
        AUTH.behaves(AUTH.hanging());
        ROOMS.behaves(ROOMS.hanging());
        var before = Instant.now();

        seoyeon.deletesTheirAccount().is(202);
        assertThat(Duration.between(before, Instant.now())).isLessThan(settings.patience());
        await().atMost(SOON).until(() -> !asked(AUTH).isEmpty() && !asked(ROOMS).isEmpty());
        assertThat(isComplete()).isFalse();
    }

    @Test
    void whoAsksAgainIsToldOfTheFirstTime() {
        var first = seoyeon.deletesTheirAccount().is(202);

        assertThat(seoyeon.deletesTheirAccount().is(202).body()).isEqualTo(first.body());
        isDeletedSoon();
        assertThat(seoyeon.deletesTheirAccount().is(202).body()).isEqualTo(first.body());
        assertThat(steps.existsByAccountId(seoyeon.account())).isFalse();
    }

    @Test
    void askingManyTimesAtOnceBeginsOneDeletion() throws Exception {
        Callable<Answer> ask = seoyeon::deletesTheirAccount;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> ask).toList());
            for (var answer : answers) {
                assertThat(answer.get().is(202).body())
                        .isEqualTo(answers.getFirst().get().body());
            }
        }
        isDeletedSoon();
        assertThat(asked(AUTH)).hasSize(2);
    }

    @Test
    void aTokenThatStillHoldsOpensNothingOfTheirsAnyMore() {
        seoyeon.deletesTheirAccount().is(202);

        isGone();
        isDeletedSoon();
        isGone();
        assertThat(nobodyKnowsThem()).isTrue();
    }

    @Test
    void whoWasNeverHereBeforeIsNotMadeAnewEither() {
        var stranger = somebody("모름");
        stranger.deletesTheirAccount().is(202);

        stranger.looksAtThemselves().isProblem(410, "account-deleted");
        assertThat(somebody("민준").looksAt(stranger).body().at("/users").isEmpty())
                .isTrue();
    }

    @Test
    void othersAreLeftAlone() {
        var minjun = somebody("민준");
        minjun.looksAtThemselves().is(200);
        seoyeon.deletesTheirAccount().is(202);
        isDeletedSoon();

        assertThat(minjun.looksAtThemselves().is(200).text("/displayName")).isEqualTo("민준");
        assertThat(AUTH.asked(minjun.account())).isEmpty();
    }

    @Test
    void roomsDoNotWaitForAuthServiceNorTheProfile() {
        AUTH.stops();
        seoyeon.deletesTheirAccount().is(202);

        await().atMost(SOON).until(() -> left().equals(List.of("AUTH FIRST")));
        assertThat(nobodyKnowsThem()).isTrue();
        assertThat(asked(ROOMS)).hasSize(1);
        assertThat(isComplete()).isFalse();
        AUTH.comesBack();
        isDeletedSoon();
    }

    @Test
    void whatWasConfirmedIsNotAskedForAgain() {
        ROOMS.behaves(StubService.status(503));
        seoyeon.deletesTheirAccount().is(202);

        await().atMost(SOON).until(() -> asked(ROOMS).size() > 5);
        assertThat(left()).containsExactly("ROOMS FIRST");
        assertThat(asked(AUTH)).hasSize(2);
        ROOMS.behaves(StubService.status(204));
        isDeletedSoon();
        assertThat(asked(AUTH)).hasSize(2);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("500", StubService.status(500)),
                Arguments.of("503", StubService.status(503)),
                Arguments.of("404", StubService.status(404)),
                Arguments.of("401", StubService.status(401)),
                Arguments.of("302", StubService.status(302)),
                Arguments.of("a page that says 200", StubService.json("<html>welcome</html>")),
                Arguments.of("another protocol", StubService.garbage()),
                Arguments.of("half an answer", StubService.brokenOff("{")),
                Arguments.of("nothing", AUTH.hanging()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void nothingButAConfirmationIsTakenForOne(String name, StubService.Manner fault) {
        for (var service : List.of(AUTH, ROOMS)) {
            service.behaves(fault);
        }
        seoyeon.deletesTheirAccount().is(202);

        await().atMost(SOON).until(() -> asked(AUTH).size() > 1 && asked(ROOMS).size() > 1);
        assertThat(left()).containsExactlyInAnyOrder("AUTH FIRST", "ROOMS FIRST");
        AUTH.behaves(StubService.status(204));
        ROOMS.behaves(StubService.status(204));
        isDeletedSoon();
    }

    @Test
    void aServiceThatIsBackIsAskedAfterTheLongestPauseAtTheLatest() {
        AUTH.stops();
        ROOMS.stops();
        seoyeon.deletesTheirAccount().is(202);
        await().atMost(SOON).until(() -> attempts() > 8);

        var back = Instant.now();
        AUTH.comesBack();
        ROOMS.comesBack();
        await().atMost(SOON).until(() -> !asked(AUTH).isEmpty() && !asked(ROOMS).isEmpty());
        assertThat(Duration.between(back, asked(AUTH).getFirst().at()))
                .isLessThan(settings.longestPause().plus(settings.lookEvery()).plusSeconds(1));
        isDeletedSoon();
    }

    @Test
    void whoSleptForAMonthIsDeletedForAuthService() {
        var answer = internally(StubService.credentials("auth-service").issue("user-service"), idOf(seoyeon));

        answer.is(202);
        assertThat(answer.body().propertyNames()).containsExactly("requestedAt");
        isDeletedSoon();
        isGone();
    }

    @Test
    void nobodyButAServiceDeletesOthers() {
        internally(null, idOf(seoyeon)).isProblem(401, "not-signed-in");
        internally(seoyeon.token(), idOf(seoyeon)).isProblem(401, "not-signed-in");
        internally(StubService.credentials("auth-service").issue("room-service"), idOf(seoyeon))
                .isProblem(401, "not-signed-in");
        seoyeon.looksAtThemselves().is(200);
    }

    @Test
    void aServiceHasToNameAnAccount() {
        var token = StubService.credentials("auth-service").issue("user-service");

        assertThat(internally(token, "{}").isProblem(400, "validation-failed").texts("/errors", "pointer"))
                .containsExactly("/accountId");
        internally(token, "{\"accountId\":\"x\"}").isProblem(400, "malformed-request");
        internally(token, "[").isProblem(400, "malformed-request");
    }

    /** R-13's kin: a browser that was left alone does not end an account. */
    @Test
    void itTakesAFreshSignIn() {
        var stale = same(
                seoyeon,
                it -> it.claim("auth_time", Instant.now().minusSeconds(660).getEpochSecond()));

        assertThat(stale.deletesTheirAccount()
                        .isProblem(401, "fresh-sign-in-needed")
                        .body()
                        .at("/maxAge")
                        .asInt())
                .isEqualTo(600);
        seoyeon.looksAtThemselves().is(200);
    }

    /** */
    @Test
    void noApiKeyEndsAnAccount() {
        var key = keyOf(seoyeon, "profile:read profile:write rooms:read rooms:write calls:join");

        key.deletesTheirAccount().isProblem(403, "insufficient-scope");
        seoyeon.looksAtThemselves().is(200);
    }

    @Test
    void nobodyDeletesNothing() {
        nobody().deletesTheirAccount().isProblem(401, "not-signed-in");
    }

    private void isDeletedSoon() {
        await().atMost(SOON).until(this::isComplete);
    }

    private boolean isComplete() {
        return deletions.findById(seoyeon.account()).orElseThrow().completedAt() != null;
    }

    private void isGone() {
        seoyeon.looksAtThemselves().isProblem(410, "account-deleted");
        seoyeon.changes("{\"displayName\":\"다시\"}").isProblem(410, "account-deleted");
        seoyeon.exports().isProblem(410, "account-deleted");
        seoyeon.send(HttpMethod.GET, "/api/users/me/anything", null).isProblem(410, "account-deleted");
    }

    private boolean nobodyKnowsThem() {
        return somebody("민준").looksAt(seoyeon).is(200).body().at("/users").isEmpty();
    }

    private List<Asked> asked(StubService service) {
        return service.asked(seoyeon.account());
    }

    private List<String> what(StubService service) {
        return asked(service).stream().map(Asked::what).toList();
    }

    private List<String> left() {
        return database.sql("select holder, sweep from deletion_steps where account_id = :id and sweep = 'FIRST'")
                .param("id", bytes(seoyeon.account()))
                .query((row, _) -> row.getString("holder") + " " + row.getString("sweep"))
                .list();
    }

    private int attempts() {
        return database.sql("select sum(attempts) from deletion_steps where account_id = :id")
                .param("id", bytes(seoyeon.account()))
                .query(Integer.class)
                .single();
    }

    private Answer internally(@org.jspecify.annotations.Nullable String token, String body) {
        return bearing(token).send(HttpMethod.POST, "/internal/deletions", body);
    }

    private static String idOf(Person person) {
        return "{\"accountId\":\"%s\"}".formatted(person.account());
    }

    private static byte[] bytes(UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
