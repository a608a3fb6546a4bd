package io.sarangbang.rooms.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.Answer;
import io.sarangbang.rooms.RoomServiceTest;
import io.sarangbang.rooms.media.OpenViduStandIn.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class JoiningContract extends RoomServiceTest {

    @Test
    void aTicketHoldsWhatABrowserConnectsWith() {
        var host = somebody("지우");
        var ticket = host.joins(host.opens("daily", 5)).is(201);

        assertThat(ticket.text("/token")).startsWith("wss://").contains("sessionId=room_");
        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isTrue();
        assertThat(ticket.text("/displayName")).isEqualTo("지우");
        assertThat(ticket.text("/expiresAt")).endsWith("Z");
    }

    @Test
    void everybodyIsAPublisherAndKnownToTheOthersByServerData() {
        var host = somebody("지우");
        var ticket = host.joins(host.opens("daily", 5)).is(201);

        assertThat(openVidu.roles(ticket.session())).containsExactly("PUBLISHER");
        var sent = openVidu.calls.stream()
                .filter(it -> it.path().endsWith("/connection"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.body().path("data").asString())
                .contains(ticket.text("/seatId"), host.account().toString(), "지우");
    }

    @Test
    void capacityHoldsHoweverManyComeAtOnce() throws Exception {
        var code = somebody("host").opens("small", 5);

        var answers = atOnce(40, () -> somebody("guest").joins(code));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(5);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .hasSize(35)
                .allSatisfy(it -> it.isProblem(409, "room-full"))
                .allSatisfy(it -> assertThat(it.number("/capacity")).isEqualTo(5));
    }

    @Test
    void capacityHoldsWhenSomeJoinTwiceAtOnce() throws Exception {
        var code = somebody("host").opens("small", 3);
        var twice = somebody("impatient");

        var answers = atOnce(12, () -> twice.joins(code));

        assertThat(answers)
                .allSatisfy(it -> assertThat(it.status()).isIn(201, 409))
                .anySatisfy(it -> it.is(201));
        assertThat(somebody("other").joins(code).status()).isEqualTo(201);
    }

    @Test
    void whoIsInIsWhoConnected() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        var ticket = host.joins(code).is(201);
        assertThat(host.seesWhoIsIn(code).count("/seats")).isZero();

        webhooks().joined(ticket.session(), ticket);

        var seats = host.seesWhoIsIn(code);
        assertThat(seats.text("/seats/0/seatId")).isEqualTo(ticket.text("/seatId"));
        assertThat(seats.text("/seats/0/connectionId")).isEqualTo(ticket.text("/connectionId"));
        assertThat(seats.text("/seats/0/displayName")).isEqualTo("host");
        assertThat(host.get("/api/rooms/" + code).number("/present")).isEqualTo(1);
    }

    @Test
    void aPlaceThatNobodyUsedIsGivenOnAndItsTokenIsWorthless() {
        var code = somebody("host").opens("small", 2);
        var unused = somebody("first").joins(code).is(201);
        somebody("second").joins(code).is(201);
        somebody("third").joins(code).isProblem(409, "room-full");

        clock.jump(Duration.ofMinutes(2));

        somebody("third").joins(code).is(201);
        assertThat(openVidu.has(unused.session(), unused.text("/connectionId"))).isFalse();
    }

    @Test
    void aPlaceWhoseTokenMayStillWorkIsNotGivenOn() {
        var code = somebody("host").opens("small", 2);
        somebody("first").joins(code).is(201);
        somebody("second").joins(code).is(201);
        clock.jump(Duration.ofMinutes(2));
        openVidu.interruptedBy((method, _) -> method.equals("DELETE") ? 500 : null);

        somebody("third").joins(code).isProblem(503, "media-server-unreachable");
        assertThat(openVidu.calls)
                .filteredOn(it -> it.path().endsWith("/connection"))
                .hasSize(2);
    }

    @Test
    void nobodyIsKeptOutByTheirOwnGhost() {
        var code = somebody("host").opens("small", 2);
        somebody("other").joins(code).is(201);
        var reloading = somebody("reloading");
        var ghost = reloading.joins(code).is(201);

        reloading.joins(code).is(201);

        assertThat(openVidu.has(ghost.session(), ghost.text("/connectionId"))).isFalse();
        somebody("third").joins(code).isProblem(409, "room-full");
    }

    @Test
    void onePersonMaySitThereWithTwoDevices() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        var phone = host.joins(code).is(201);
        webhooks().joined(phone.session(), phone);
        var laptop = host.joins(code).is(201);
        webhooks().joined(laptop.session(), laptop);

        assertThat(host.seesWhoIsIn(code).count("/seats")).isEqualTo(2);
    }

    @Test
    void aJoinThatWasOvertakenByANewerOneOfTheSamePersonSaysSo() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        var newer = new AtomicReference<Answer>();
        openVidu.beforeTheNextAdmission(_ -> newer.set(host.joins(code)));

        host.joins(code).isProblem(409, "seat-replaced");

        newer.get().is(201);
        assertThat(openVidu.roles(newer.get().session())).hasSize(1);
    }

    @Test
    void aMediaServerThatFailsTakesNoPlaces() {
        var host = somebody("host");
        var code = host.opens("small", 2);
        for (var mood : List.of(
                Mood.FAILS, Mood.HANGS_UP, Mood.TALKS_HTML, Mood.ANSWERS_EMPTY, Mood.REFUSES_WITHOUT_CHALLENGE)) {
            openVidu.isInA(mood);
            var answer = somebody("guest").joins(code).isProblem(503, "media-server-unreachable");
            assertThat(Integer.parseInt(answer.retryAfter())).isPositive();
        }
        openVidu.isInA(Mood.WELL);

        somebody("first").joins(code).is(201);
        somebody("second").joins(code).is(201);
    }

    @Test
    void aMediaServerThatRestartedIsJoinedAnew() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        host.joins(code).is(201);
        openVidu.restarts();

        somebody("guest").joins(code).is(201);
    }

    @Test
    void aRoomDeletedWhileSomebodyJoinsLetsThemIntoNothing() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        openVidu.beforeTheNextAdmission(_ -> host.delete("/api/rooms/" + code).is(204));

        somebody("guest").joins(code).isProblem(404, "room-not-found");
        assertThat(openVidu.calls)
                .filteredOn(it -> it.method().equals("DELETE"))
                .isNotEmpty();
    }

    @Test
    void whoLeavesIsOutAtOnce() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);

        host.leaves(code, ticket.text("/seatId")).is(204);

        assertThat(host.seesWhoIsIn(code).count("/seats")).isZero();
        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isFalse();
        host.leaves(code, ticket.text("/seatId")).is(204);
    }

    @Test
    void leavingDoesNotWaitForTheMediaServer() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        var ticket = host.joins(code).is(201);
        openVidu.isInA(Mood.HANGS_UP);

        host.leaves(code, ticket.text("/seatId")).is(204);
    }

    @Test
    void everybodyLeavesTheirOwnSeatOnly() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        var guest = somebody("guest");
        var ticket = guest.joins(code).is(201);

        host.leaves(code, ticket.text("/seatId")).isProblem(403, "not-your-seat");
        guest.leaves(code, UUID.randomUUID().toString()).isProblem(404, "seat-not-found");
        guest.leaves(host.opens("another", 5), ticket.text("/seatId")).isProblem(404, "seat-not-found");
        guest.leaves(code, "not-an-id").is(400);
    }

    @Test
    void aRoomThatIsNotThereIsJoinedByNobody() {
        somebody("guest").joins("bbb-bbbb-bbb").isProblem(404, "room-not-found");
        somebody("guest").get("/api/rooms/bbb-bbbb-bbb/seats").isProblem(404, "room-not-found");
        nobody().joins("bbb-bbbb-bbb").isProblem(401, "not-signed-in");
    }

    @Test
    void aSmallerRoomPutsNobodyOutAndLetsNobodyIn() {
        var host = somebody("host");
        var code = host.opens("daily", 3);
        var seated = IntStream.range(0, 3)
                .mapToObj(_ -> somebody("guest").joins(code).is(201))
                .toList();
        seated.forEach(it -> webhooks().joined(it.session(), it));

        host.patch("/api/rooms/" + code, "{\"capacity\":2}").is(200);

        assertThat(host.seesWhoIsIn(code).count("/seats")).isEqualTo(3);
        host.joins(code).isProblem(409, "room-full");
    }

    private static List<Answer> atOnce(int people, Callable<Answer> deed) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(people)) {
            var running = IntStream.range(0, people)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return deed.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
