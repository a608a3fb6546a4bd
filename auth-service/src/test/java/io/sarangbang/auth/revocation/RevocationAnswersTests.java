package io.sarangbang.auth.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.RunningService;
import io.sarangbang.defaults.service.ServiceCredentials;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** gateways hear of every end for as long as a token may contradict it. */
@TestPropertySource(properties = "sarangbang.revocation.page=4")
@Import(RevocationAnswersTests.OtherSource.class)
class RevocationAnswersTests extends RunningService {

    private static final Duration OVERLAP = Duration.ofSeconds(30);
    private static final Duration TOKEN = Duration.ofMinutes(5);

    @Autowired
    private ServiceCredentials credentials;

    @Autowired
    private Keys keys;

    @Autowired
    private io.sarangbang.auth.session.Sessions sessions;

    @Autowired
    private TransactionOperations transaction;

    private record Round(Instant asOf, List<UUID> revoked, int answers) {}

    @BeforeEach
    void whatOtherTestsEndedIsLongAgo() {
        clock.forward(Duration.ofHours(1));
        keys.revoked.clear();
    }

    @Test
    void anEndIsInTheNextAnswer() {
        var browser = signedIn(kakaoPerson("7001"));
        var session = caller(browser).sessionId();
        var asOf = round(null).asOf();
        browser.posts("/api/auth/logout");

        assertThat(round(asOf).revoked()).containsExactly(session);
    }

    @Test
    void whoAsksForTheFirstTimeHearsOfAllThatATokenStillHoldsFor() {
        var session = ended("7002");
        clock.forward(TOKEN);
        assertThat(round(null).revoked()).containsExactly(session);
        clock.forward(OVERLAP.plusSeconds(6));

        assertThat(round(null).revoked()).isEmpty();
    }

    @Test
    void whoAsksAgainHearsOfWhatIsNewAndALittleOfWhatWasBefore() {
        var before = ended("7003");
        clock.forward(OVERLAP.plusSeconds(1));
        var asOf = round(null).asOf();
        var after = ended("7004");

        assertThat(round(asOf).revoked()).containsExactly(after);
        assertThat(round(asOf.minusSeconds(5)).revoked()).containsExactlyInAnyOrder(before, after);
    }

    @Test
    void anEndThatIsCommittedAfterItWasAskedForIsInTheNextAnswer() {
        var browser = signedIn(kakaoPerson("7005"));
        var caller = caller(browser);
        var asOf = transaction.execute(_ -> {
            sessions.endAll(caller.accountId(), io.sarangbang.auth.session.Ending.ACCOUNT_CLOSED);
            clock.forward(Duration.ofSeconds(10));
            return inAnotherThread(() -> round(null)).asOf();
        });

        assertThat(round(asOf).revoked()).containsExactly(caller.sessionId());
    }

    @Test
    void aTimeFromAClockThatIsAheadLosesNothing() {
        var session = ended("7006");

        assertThat(round(clock.instant().plus(Duration.ofMinutes(20))).revoked())
                .containsExactly(session);
    }

    @Test
    void aTimeLongAgoIsNoReasonForAnEndlessAnswer() {
        ended("7007");
        clock.forward(Duration.ofDays(1));
        var session = ended("7008");

        assertThat(round(Instant.EPOCH).revoked()).containsExactly(session);
    }

    @Test
    void whatEndsByItselfNeedsNoTelling() {
        signedIn(kakaoPerson("7009"));
        clock.forward(Duration.ofDays(31));

        assertThat(round(null).revoked()).isEmpty();
    }

    @Test
    void endsOfEveryKindComeTogether() {
        var key = UUID.randomUUID();
        keys.revoked.put(key, clock.instant());
        var session = ended("7010");

        assertThat(round(null).revoked()).containsExactlyInAnyOrder(key, session);
    }

    @Test
    void manyComeInPagesOfOneRound() {
        var all = new TreeSet<>(RevocationSource.BY_ID);
        for (var i = 0; i < 9; i++) {
            var key = UUID.randomUUID();
            keys.revoked.put(key, clock.instant());
            all.add(key);
        }
        for (var i = 0; i < 3; i++) {
            all.add(ended("710" + i));
        }
        var round = round(null);

        assertThat(round.revoked()).containsExactlyElementsOf(all);
        assertThat(round.answers()).isEqualTo(4);
    }

    @Test
    void whatIsNoTimeOrNoPlaceIsRefused() {
        isProblem(asks("?since=yesterday"), 400, "malformed-request");
        isProblem(asks("?after=x"), 400, "malformed-request");
        isProblem(asks("?after=2026-01-01T00:00:00Z_x"), 400, "malformed-request");
    }

    @Test
    void nobodyElseIsTold() {
        isProblem(browser().opens("/internal/revocations"), 401, "not-signed-in");
        isProblem(signedIn(kakaoPerson("7011")).opens("/internal/revocations"), 401, "not-signed-in");
    }

    private UUID ended(String person) {
        var browser = signedIn(kakaoPerson(person));
        var session = caller(browser).sessionId();
        browser.posts("/api/auth/logout");
        return session;
    }

    /** All pages of an answer, as gateways ask for them. */
    private Round round(Instant since) {
        var query = "?" + (since == null ? "" : "since=" + since);
        var revoked = new ArrayList<UUID>();
        var page = page(query);
        var asOf = Instant.parse(page.path("asOf").asString());
        add(page, revoked);
        var answers = 1;
        while (page.has("next")) {
            page = page(query + "&after=" + page.path("next").asString());
            assertThat(Instant.parse(page.path("asOf").asString())).isEqualTo(asOf);
            add(page, revoked);
            answers++;
        }
        return new Round(asOf, List.copyOf(revoked), answers);
    }

    private JsonNode page(String query) {
        var answer = asks(query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> asks(String query) {
        return browser()
                .opens("/internal/revocations" + query, "Authorization", "Bearer " + credentials.issue("auth-service"));
    }

    private static void add(JsonNode page, List<UUID> revoked) {
        page.path("revoked").forEach(it -> revoked.add(UUID.fromString(it.asString())));
    }

    private static <T> T inAnotherThread(java.util.function.Supplier<T> call) {
        return java.util.concurrent.CompletableFuture.supplyAsync(call).join();
    }

    /** As API keys are told, which are not a matter of sessions. */
    static class Keys implements RevocationSource {

        private final ConcurrentSkipListMap<UUID, Instant> revoked = new ConcurrentSkipListMap<>(BY_ID);

        @Override
        public List<UUID> revokedSince(Instant since, UUID after, int limit) {
            Set<UUID> ids = revoked.tailMap(after, false).keySet();
            return ids.stream()
                    .filter(it -> !revoked.get(it).isBefore(since))
                    .limit(limit)
                    .toList();
        }
    }

    @TestConfiguration
    static class OtherSource {

        @Bean
        Keys keys() {
            return new Keys();
        }
    }
}
