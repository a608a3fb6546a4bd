package io.sarangbang.rooms.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.Answer;
import io.sarangbang.rooms.Person;
import io.sarangbang.rooms.RoomServiceTest;
import io.sarangbang.rooms.media.OpenViduStandIn.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who deletes their account is gone from every room and every call, whatever goes wrong meanwhile. */
abstract class FarewellContract extends RoomServiceTest {

    @Autowired
    private Farewells farewells;

    @Autowired
    private JdbcClient database;

    private Person leaver;
    private Person friend;
    private String theirs;
    private String friends;

    @BeforeEach
    void twoPeopleWithARoomEach() {
        leaver = somebody("leaver");
        friend = somebody("friend");
        theirs = leaver.opens("theirs", 5);
        friends = friend.opens("friends'", 5);
    }

    @Test
    void nothingOfThemStays() {
        isIn(leaver, theirs);
        leaver.says(theirs, "1", "at home").is(201);
        isIn(leaver, friends);
        leaver.says(friends, "1", "as a guest").is(201);
        leaver.joins(friend.opens("never used", 5)).is(201);

        userService().forgets(leaver.account()).is(204);

        assertThat(traces()).isZero();
        leaver.get("/api/rooms/" + theirs).isProblem(404, "room-not-found");
    }

    @Test
    void theyAreOutOfEveryCallAtOnce() {
        var phone = isIn(leaver, friends);
        var laptop = isIn(leaver, friends);
        var unused = leaver.joins(friends).is(201);

        userService().forgets(leaver.account()).is(204);

        assertThat(List.of(phone, laptop, unused)).noneMatch(FarewellContract::isConnected);
        assertThat(friend.seesWhoIsIn(friends).count("/seats")).isZero();
        assertThat(friend.get("/api/rooms/" + friends).number("/present")).isZero();
    }

    @Test
    void theCallsInTheirRoomsEndForEverybody() {
        var guest = isIn(friend, theirs);

        userService().forgets(leaver.account()).is(204);

        assertThat(openVidu.has(guest.session())).isFalse();
        friend.joins(theirs).isProblem(404, "room-not-found");
    }

    @Test
    void whatIsOthersStays() {
        var stays = isIn(friend, friends);
        isIn(leaver, friends);
        friend.says(friends, "1", "bye").is(201);
        leaver.says(friends, "1", "bye").is(201);

        userService().forgets(leaver.account()).is(204);

        assertThat(isConnected(stays)).isTrue();
        assertThat(friend.seesWhoIsIn(friends).count("/seats")).isEqualTo(1);
        assertThat(friend.reads(friends, "").is(200).text("/messages/0/displayName"))
                .isEqualTo("friend");
        assertThat(friend.reads(friends, "").count("/messages")).isEqualTo(1);
    }

    @Test
    void whoMayReadARoomForTheirOldSeatMayNotAfterwards() {
        var ticket = isIn(leaver, friends);
        webhooks().left(ticket.session(), ticket, "disconnect");
        leaver.reads(friends, "").is(200);

        userService().forgets(leaver.account()).is(204);

        leaver.reads(friends, "").isProblem(403, "not-in-room");
    }

    @Test
    void itMayBeAskedForAgain() {
        isIn(leaver, friends);
        userService().forgets(leaver.account()).is(204);

        userService().forgets(leaver.account()).is(204);
        farewells.goOn();
        userService().forgets(leaver.account()).is(204);
        assertThat(traces()).isZero();
    }

    @Test
    void nobodyKnowsThemAndThatIsFine() {
        openVidu.isInA(Mood.HANGS_UP);

        userService().forgets(UUID.randomUUID()).is(204);
    }

    @Test
    void theirTokensBeginNothingNewAnyMore() {
        isIn(leaver, friends);

        userService().forgets(leaver.account()).is(204);

        leaver.joins(friends).isProblem(401, "not-signed-in");
        leaver.says(friends, "9", "still here").isProblem(401, "not-signed-in");
        leaver.post("/api/rooms", "{\"title\":\"again\"}").isProblem(401, "not-signed-in");
        assertThat(traces()).isZero();
    }

    @Test
    void theAccountIsLetGoOfOnceItsTokensAreDead() {
        userService().forgets(leaver.account()).is(204);
        farewells.goOn();
        assertThat(closed()).isEqualTo(1);

        clock.jump(Duration.ofMinutes(16));
        farewells.goOn();

        assertThat(closed()).isZero();
    }

    @Test
    void aMediaServerThatIsDownIsNamedAndHoldsUpNothingElse() {
        var ticket = isIn(leaver, friends);
        leaver.says(friends, "1", "as a guest").is(201);
        var inTheirs = isIn(friend, theirs);
        openVidu.isInA(Mood.HANGS_UP);

        var answer = userService().forgets(leaver.account()).isProblem(503, "service-unavailable");

        assertThat(answer.text("/cause")).isEqualTo("media-server");
        assertThat(answer.retryAfter()).isNotEqualTo("null");
        assertThat(friend.seesWhoIsIn(friends).count("/seats")).isZero();
        assertThat(friend.reads(friends, "").count("/messages")).isZero();
        friend.get("/api/rooms/" + theirs).isProblem(404, "room-not-found");
        assertThat(isConnected(ticket)).isTrue();
        assertThat(openVidu.has(inTheirs.session())).isTrue();
    }

    @Test
    void whatTheMediaServerWasTooFarDownForIsDoneWhenAskedAgain() {
        var ticket = isIn(leaver, friends);
        var inTheirs = isIn(friend, theirs);
        openVidu.isInA(Mood.HANGS_UP);
        userService().forgets(leaver.account()).is(503);
        userService().forgets(leaver.account()).is(503);
        openVidu.isInA(Mood.WELL);

        userService().forgets(leaver.account()).is(204);

        assertThat(isConnected(ticket)).isFalse();
        assertThat(openVidu.has(inTheirs.session())).isFalse();
        assertThat(traces()).isZero();
    }

    @Test
    void orByTheScheduleWhenNobodyAsksAgain() {
        var ticket = isIn(leaver, friends);
        openVidu.isInA(Mood.HANGS_UP);
        userService().forgets(leaver.account()).is(503);
        clock.jump(Duration.ofHours(1));
        farewells.goOn();
        assertThat(closed()).isEqualTo(1);
        openVidu.isInA(Mood.WELL);

        farewells.goOn();

        assertThat(isConnected(ticket)).isFalse();
        assertThat(traces() + closed()).isZero();
    }

    @Test
    void aJoinUnderWayComesToNothing() {
        openVidu.beforeTheNextAdmission(
                _ -> userService().forgets(leaver.account()).is(204));

        leaver.joins(friends).isProblem(409, "seat-replaced");

        assertThat(openVidu.calls)
                .filteredOn(it -> it.method().equals("DELETE"))
                .hasSize(1);
        assertThat(traces()).isZero();
    }

    @Test
    void whoeverDoesEverythingAtOnceLeavesNothingBehind() throws Exception {
        var deeds = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 6; i++) {
            var id = String.valueOf(i);
            deeds.add(() -> leaver.joins(friends));
            deeds.add(() -> leaver.says(friends, id, "while leaving"));
            deeds.add(() -> leaver.post("/api/rooms", "{\"title\":\"while leaving\"}"));
            deeds.add(() -> userService().forgets(leaver.account()));
        }

        var answers = atOnce(deeds);
        farewells.goOn();

        assertThat(answers).noneMatch(it -> it.status() == 500);
        assertThat(traces()).isZero();
        var session = "room_" + idOf(friends);
        assertThat(openVidu.has(session) ? openVidu.roles(session) : List.of()).isEmpty();
    }

    private Answer isIn(Person person, String code) {
        var ticket = person.joins(code).is(201);
        openVidu.isUsed(ticket.session(), ticket.text("/connectionId"));
        webhooks().joined(ticket.session(), ticket);
        return ticket;
    }

    private static boolean isConnected(Answer ticket) {
        return openVidu.has(ticket.session(), ticket.text("/connectionId"));
    }

    private static List<Answer> atOnce(List<Callable<Answer>> deeds) throws Exception {
        try (var threads = Executors.newFixedThreadPool(deeds.size())) {
            var answers = new ArrayList<Answer>();
            for (var each : threads.invokeAll(deeds)) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private long traces() {
        return IntStream.range(0, 3)
                .mapToLong(
                        it -> count(List.of("room where owner_id", "seat where account_id", "message where account_id")
                                .get(it)))
                .sum();
    }

    private long closed() {
        return count("closed_account where account_id");
    }

    private long count(String where) {
        return database.sql("select count(*) from " + where + " = ?")
                .param(bytes(leaver.account()))
                .query(Long.class)
                .single();
    }

    private String idOf(String code) {
        var id = database.sql("select id from room where code = ?")
                .param(code)
                .query(byte[].class)
                .single();
        return java.util.HexFormat.of().formatHex(id);
    }

    private static byte[] bytes(UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
