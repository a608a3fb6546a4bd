package io.sarangbang.rooms.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.Answer;
import io.sarangbang.rooms.Person;
import io.sarangbang.rooms.RoomServiceTest;
import io.sarangbang.rooms.media.OpenViduStandIn.Mood;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

abstract class MediaNewsContract extends RoomServiceTest {

    private static final long LATER = 60_000;

    @Autowired
    private JdbcClient database;

    private Person host;
    private String code;

    @BeforeEach
    void openARoom() {
        host = somebody("host");
        code = host.opens("daily", 5);
    }

    @Test
    void newsThatComeTwiceChangeNothingMore() {
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        webhooks().joined(ticket.session(), ticket);
        assertThat(present()).isEqualTo(1);

        webhooks().left(ticket.session(), ticket, "disconnect");
        webhooks().left(ticket.session(), ticket, "disconnect");
        assertThat(present()).isZero();
    }

    @Test
    void whoLeftDoesNotComeBackByNewsThatComeLate() {
        var ticket = host.joins(code).is(201);
        webhooks().left(ticket.session(), ticket, "disconnect");
        webhooks().joined(ticket.session(), ticket);

        assertThat(present()).isZero();
    }

    @Test
    void whoArrivesOnASeatThatHasEndedIsSentAwayAtOnce() {
        var ticket = host.joins(code).is(201);
        openVidu.isInA(Mood.HANGS_UP);
        host.leaves(code, ticket.text("/seatId")).is(204);
        openVidu.isInA(Mood.WELL);
        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isTrue();

        webhooks().joined(ticket.session(), ticket);

        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isFalse();
        assertThat(present()).isZero();
    }

    @Test
    void anArrivalIsToldTwiceAndStays() {
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        webhooks().joined(ticket.session(), ticket);

        assertThat(openVidu.has(ticket.session(), ticket.text("/connectionId"))).isTrue();
    }

    @Test
    void anArrivalIsHeardBeforeTheJoinIsAnswered() {
        openVidu.beforeTheNextAdmission(connection -> {
            var made = new JsonMapper().readTree(connection);
            var seat = new JsonMapper().readTree(made.path("serverData").asString());
            var early = new Answer(
                    201,
                    new JsonMapper()
                            .createObjectNode()
                            .put("seatId", seat.path("seatId").asString())
                            .put("connectionId", made.path("connectionId").asString()),
                    "",
                    "");
            webhooks().joined(made.path("sessionId").asString(), early);
        });

        var ticket = host.joins(code).is(201);

        assertThat(host.seesWhoIsIn(code).text("/seats/0/connectionId")).isEqualTo(ticket.text("/connectionId"));
    }

    @Test
    void aDepartureIsHeardBeforeTheConnectionIsNoted() {
        openVidu.beforeTheNextAdmission(connection -> {
            var made = new JsonMapper().readTree(connection);
            var seat = new JsonMapper().readTree(made.path("serverData").asString());
            var early = new Answer(
                    201,
                    new JsonMapper()
                            .createObjectNode()
                            .put("seatId", seat.path("seatId").asString())
                            .put("connectionId", made.path("connectionId").asString()),
                    "",
                    "");
            webhooks().left(made.path("sessionId").asString(), early, "disconnect");
        });

        host.joins(code).isProblem(409, "seat-replaced");
        assertThat(present()).isZero();
    }

    @Test
    void anotherConnectionsDepartureEndsNoSeat() {
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        var stranger = new Answer(
                201,
                new JsonMapper()
                        .createObjectNode()
                        .put("seatId", ticket.text("/seatId"))
                        .put("connectionId", "con_another"),
                "",
                "");
        webhooks().left(ticket.session(), stranger, "disconnect");

        assertThat(present()).isEqualTo(1);
    }

    @Test
    void theEndOfASessionEndsEverySeatInIt() {
        var first = host.joins(code).is(201);
        webhooks().joined(first.session(), first);
        var second = somebody("guest").joins(code).is(201);
        webhooks().joined(second.session(), second);

        webhooks().destroyed(first.session(), System.currentTimeMillis() + LATER);

        assertThat(present()).isZero();
        assertThat(meetingsOn()).isZero();
    }

    @Test
    void theEndOfAnOlderSessionEndsNoNewerSeat() {
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);

        webhooks().destroyed(ticket.session(), System.currentTimeMillis() - LATER);

        assertThat(present()).isEqualTo(1);
    }

    @Test
    void aMeetingLastsFromTheFirstOneInToTheLastOneOut() {
        var first = host.joins(code).is(201);
        assertThat(meetingsOn()).isZero();
        webhooks().joined(first.session(), first);
        var second = somebody("guest").joins(code).is(201);
        webhooks().joined(second.session(), second);
        assertThat(meetingsOn()).isEqualTo(1);

        webhooks().left(first.session(), first, "disconnect");
        assertThat(meetingsOn()).isEqualTo(1);
        webhooks().left(second.session(), second, "networkDisconnect");
        assertThat(meetingsOn()).isZero();

        var next = host.joins(code).is(201);
        webhooks().joined(next.session(), next);
        assertThat(meetingsOn()).isEqualTo(1);
        assertThat(meetings()).isEqualTo(2);
    }

    @Test
    void newsOfARoomThatWasDeletedAreOfNoConsequence() {
        var ticket = host.joins(code).is(201);
        host.delete("/api/rooms/" + code).is(204);

        webhooks().joined(ticket.session(), ticket);
        webhooks().destroyed(ticket.session(), System.currentTimeMillis());

        assertThat(meetingsOn()).isZero();
    }

    private int present() {
        assertThat(host.get("/api/rooms/" + code).number("/present"))
                .isEqualTo(host.seesWhoIsIn(code).count("/seats"));
        return host.seesWhoIsIn(code).count("/seats");
    }

    private long meetingsOn() {
        return count(" and m.ended_at is null");
    }

    private long meetings() {
        return count("");
    }

    private long count(String more) {
        return database.sql("select count(*) from meeting m join room r on r.id = m.room_id where r.code = ?" + more)
                .param(code)
                .query(Long.class)
                .single();
    }
}
