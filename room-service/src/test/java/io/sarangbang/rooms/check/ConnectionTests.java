package io.sarangbang.rooms.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.rooms.Answer;
import io.sarangbang.rooms.RoomServiceTest;
import io.sarangbang.rooms.media.OpenViduStandIn.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whoever wants to know whether a call would work here asks the media server, not other people. */
@TestPropertySource(properties = "sarangbang.checks.look-every=1h")
class ConnectionTests extends RoomServiceTest {

    private static final int AT_ONCE = 10;

    @Autowired
    private CheckSchedule schedule;

    @Autowired
    private Checks checks;

    @Test
    void anyoneGetsATokenForTwoMinutesWithoutSigningIn() {
        var test = begin().is(201);

        assertThat(openVidu.has(test.session())).isTrue();
        assertThat(openVidu.roles(test.session())).containsExactly("PUBLISHER");
        assertThat(Duration.between(Instant.now(), Instant.parse(test.text("/expiresAt"))))
                .isBetween(Duration.ofSeconds(110), Duration.ofSeconds(120));
        assertThat(test.body().size()).isEqualTo(2);
    }

    @Test
    void everyoneHasASessionOfTheirOwnThatIsNoRooms() {
        var one = begin().is(201);
        var other = begin().is(201);

        assertThat(one.session()).startsWith("check-").isNotEqualTo(other.session());
        webhooks().joined(one.session(), one);
        webhooks().left(one.session(), one, "disconnect");
        webhooks().destroyed(one.session(), System.currentTimeMillis());
    }

    @Test
    void whatIsSentAlongIsNotRead() {
        nobody().post("/api/connection-tests", "{\"sessionId\":\"room_1\",\"role\":\"MODERATOR\"}")
                .is(201);

        nobody().get("/api/connection-tests").isProblem(405, "method-not-allowed");
    }

    @Test
    void whatNobodyLeftEndsAtItsTime() {
        var test = begin().is(201);
        var room = somebody("host");
        var ticket = room.joins(room.opens("daily", 2)).is(201);
        openVidu.gets("check-up");
        clock.jump(Duration.ofSeconds(100));
        schedule.look();
        assertThat(openVidu.has(test.session())).isTrue();

        clock.jump(Duration.ofSeconds(20));
        schedule.look();

        assertThat(openVidu.has(test.session())).isFalse();
        assertThat(openVidu.has(ticket.session())).isTrue();
        assertThat(openVidu.has("check-up")).isTrue();
    }

    @Test
    void whatACrashedReplicaLeftEndsAtItsTimeAndNotOnlyWithALaterLook() {
        var left = Check.until(clock.instant().plusSeconds(2)).session().value();
        openVidu.gets(left);

        schedule.look();

        assertThat(openVidu.has(left)).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> !openVidu.has(left));
    }

    @Test
    void soManyAreUnderWayAtOnceHoweverManyComeAtOnce() throws Exception {
        var answers = atOnce(3 * AT_ONCE);

        var begun = answers.stream()
                .filter(it -> it.status() == 201)
                .map(Answer::session)
                .collect(Collectors.toSet());
        assertThat(begun).hasSizeLessThanOrEqualTo(AT_ONCE);
        assertThat(checks.underWay()).extracting(it -> it.session().value()).containsExactlyInAnyOrderElementsOf(begun);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .allSatisfy(it -> it.isProblem(503, "too-many-connection-tests"));
    }

    @Test
    void whoLeavesMakesRoomForTheNext() {
        var first = begin().is(201);
        IntStream.range(1, AT_ONCE).forEach(_ -> begin().is(201));
        assertThat(begin().isProblem(503, "too-many-connection-tests").retryAfter())
                .isEqualTo("15");

        openVidu.loses(first.session());

        begin().is(201);
    }

    @Test
    void withoutAMediaServerItIsSaidSo() {
        openVidu.isInA(Mood.HANGS_UP);

        begin().isProblem(503, "media-server-unreachable");
        schedule.look();
    }

    @Test
    void whatCouldNotBeEndedIsEndedWithTheNextLook() {
        var test = begin().is(201);
        clock.jump(Duration.ofMinutes(3));
        openVidu.interruptedBy((method, _) -> method.equals("DELETE") ? 500 : null);
        schedule.look();
        assertThat(openVidu.has(test.session())).isTrue();
        openVidu.interruptedBy(null);

        schedule.look();

        assertThat(openVidu.has(test.session())).isFalse();
    }

    private Answer begin() {
        return nobody().post("/api/connection-tests", null);
    }

    private List<Answer> atOnce(int count) throws InterruptedException {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> tries = IntStream.range(0, count)
                    .<Callable<Answer>>mapToObj(_ -> this::begin)
                    .toList();
            return all.invokeAll(tries).stream().map(Future::resultNow).toList();
        }
    }
}
