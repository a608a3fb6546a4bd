package io.sarangbang.rooms.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.rooms.Person;
import io.sarangbang.rooms.RoomServiceTest;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.OpenViduStandIn.Mood;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ReconcilerContract extends RoomServiceTest {

    @Autowired
    private Reconciler reconciler;

    private Person host;
    private String code;

    @BeforeEach
    void openARoom() {
        host = somebody("host");
        code = host.opens("daily", 2);
    }

    @Test
    void aSeatWhoseConnectionIsGoneEnds() {
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        openVidu.loses(ticket.session(), ticket.text("/connectionId"));

        reconciler.reconcile();

        assertThat(present()).isZero();
    }

    @Test
    void everySeatEndsWhenTheMediaServerForgotItsSessions() {
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        somebody("guest").joins(code).is(201);
        openVidu.restarts();

        reconciler.reconcile();

        assertThat(present()).isZero();
        somebody("one").joins(code).is(201);
        somebody("two").joins(code).is(201);
    }

    @Test
    void nobodyIsKeptOutByTheSeatsOfBeforeTheMediaServerRestarted() {
        var guest = somebody("guest");
        for (var person : List.of(host, guest)) {
            var ticket = person.joins(code).is(201);
            webhooks().joined(ticket.session(), ticket);
        }
        somebody("third").joins(code).isProblem(409, "room-full");
        openVidu.restarts();

        host.joins(code).is(201);
        guest.joins(code).is(201);
        somebody("third").joins(code).isProblem(409, "room-full");
    }

    @Test
    void aRoomStaysFullWhileTheMediaServerIsDown() {
        for (var person : List.of(host, somebody("guest"))) {
            var ticket = person.joins(code).is(201);
            webhooks().joined(ticket.session(), ticket);
        }
        openVidu.isInA(Mood.HANGS_UP);

        somebody("third").joins(code).isProblem(409, "room-full");
    }

    @Test
    void anArrivalThatWasNotHeardIsSeen() {
        var ticket = host.joins(code).is(201);
        openVidu.isUsed(ticket.session(), ticket.text("/connectionId"));

        reconciler.reconcile();

        assertThat(present()).isEqualTo(1);
        clock.jump(Duration.ofMinutes(3));
        reconciler.reconcile();
        assertThat(present()).isEqualTo(1);
    }

    @Test
    void aSeatThatWaitsToBeUsedIsLeftAloneUntilItExpires() {
        var ticket = host.joins(code).is(201);
        reconciler.reconcile();
        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isTrue();

        clock.jump(Duration.ofMinutes(2));
        reconciler.reconcile();

        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isFalse();
        webhooks().joined(ticket.session(), ticket);
        assertThat(present()).isZero();
    }

    @Test
    void aConnectionTestIsLeftAlone() {
        var test = nobody().post("/api/connection-tests", null).is(201);

        reconciler.reconcile();

        assertThat(openVidu.has(test.session(), "con_" + test.text("/token").replaceAll(".*tok_con_", "")))
                .isTrue();
    }

    @Test
    void aJoinUnderWayIsLeftAlone() {
        openVidu.beforeTheNextAdmission(_ -> reconciler.reconcile());

        var ticket = host.joins(code).is(201);

        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isTrue();
    }

    @Test
    void aConnectionWithoutASeatIsEnded() {
        var ticket = host.joins(code).is(201);
        var nobodys = openVidu.getsConnection(ticket.session(), "");
        var unknown = openVidu.getsConnection(ticket.session(), "{\"seatId\":\"" + UUID.randomUUID() + "\"}");
        var second = openVidu.getsConnection(ticket.session(), "{\"seatId\":\"" + ticket.text("/seatId") + "\"}");

        reconciler.reconcile();

        assertThat(List.of(nobodys, unknown, second)).noneMatch(it -> openVidu.has(ticket.session(), it));
        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isTrue();
    }

    @Test
    void whoLeftWhileTheMediaServerWasDownIsDisconnectedLater() {
        var ticket = host.joins(code).is(201);
        openVidu.isInA(Mood.HANGS_UP);
        host.leaves(code, ticket.text("/seatId")).is(204);
        openVidu.isInA(Mood.WELL);
        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isTrue();

        reconciler.reconcile();

        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isFalse();
    }

    @Test
    void theSessionOfARoomDeletedWhileTheMediaServerWasDownIsClosedLater() {
        var ticket = host.joins(code).is(201);
        openVidu.isInA(Mood.HANGS_UP);
        host.delete("/api/rooms/" + code).is(204);
        host.get("/api/rooms/" + code).isProblem(404, "room-not-found");
        openVidu.isInA(Mood.WELL);
        assertThat(openVidu.has(ticket.session())).isTrue();

        reconciler.reconcile();

        assertThat(openVidu.has(ticket.session())).isFalse();
    }

    @Test
    void otherApplicationsSessionsAreNotTouched() {
        var foreignRoom = "room_" + UUID.randomUUID().toString().replace("-", "");
        openVidu.gets("theirs");
        openVidu.gets(foreignRoom);
        var theirs = openVidu.getsConnection("theirs", "");
        var elsewhere = openVidu.getsConnection(foreignRoom, "");

        reconciler.reconcile();

        assertThat(openVidu.has("theirs", theirs)).isTrue();
        assertThat(openVidu.has(foreignRoom, elsewhere)).isTrue();
    }

    @Test
    void aMediaServerThatIsDownChangesNothing() {
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        var waiting = somebody("guest").joins(code).is(201);
        clock.jump(Duration.ofMinutes(2));

        for (var mood :
                List.of(Mood.FAILS, Mood.HANGS_UP, Mood.TALKS_HTML, Mood.ANSWERS_EMPTY, Mood.LEAVES_OUT_MEMBERS)) {
            openVidu.isInA(mood);
            assertThatThrownBy(reconciler::reconcile).isInstanceOf(MediaServerUnreachable.class);
        }

        assertThat(present()).isEqualTo(1);
        openVidu.isInA(Mood.WELL);
        assertThat(openVidu.has(waiting.session(), waiting.text("/connectionId")))
                .isTrue();
    }

    @Test
    void anOrderThatCannotBeFollowedHoldsUpNoOther() {
        var ticket = host.joins(code).is(201);
        var stubborn = openVidu.getsConnection(ticket.session(), "");
        var guestsCode = somebody("another host").opens("another", 2);
        var guests = somebody("guest").joins(guestsCode).is(201);
        var nobodys = openVidu.getsConnection(guests.session(), "");
        openVidu.interruptedBy((method, path) -> path.endsWith(stubborn) ? 500 : null);

        reconciler.reconcile();

        assertThat(openVidu.has(guests.session(), nobodys)).isFalse();
    }

    @Test
    void severalReplicasReconcileAtOnce() throws Exception {
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        openVidu.getsConnection(ticket.session(), "");
        openVidu.loses(ticket.session(), ticket.text("/connectionId"));
        Callable<Void> replica = () -> {
            reconciler.reconcile();
            return null;
        };

        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var each : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                each.get();
            }
        }

        assertThat(present()).isZero();
    }

    private int present() {
        return host.seesWhoIsIn(code).count("/seats");
    }
}
