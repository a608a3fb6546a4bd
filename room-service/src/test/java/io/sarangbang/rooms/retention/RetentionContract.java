package io.sarangbang.rooms.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.Person;
import io.sarangbang.rooms.RoomServiceTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class RetentionContract extends RoomServiceTest {

    @Autowired
    private Retention retention;

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
    void ofEverybodyWhoWasInARoomOneSeatStays() {
        var guest = somebody("guest");
        for (int visit = 0; visit < 3; visit++) {
            visits(guest);
        }
        var unused = somebody("curious").joins(code).is(201);
        webhooks().left(unused.session(), unused, "disconnect");
        var isIn = host.joins(code).is(201);
        webhooks().joined(isIn.session(), isIn);

        everythingIsOld();

        assertThat(seats()).isEqualTo(2);
        assertThat(meetings()).isEqualTo(2);
        guest.reads(code, "").is(200);
        assertThat(host.seesWhoIsIn(code).count("/seats")).isEqualTo(1);
    }

    @Test
    void aDeletedRoomGoesWithAllThatWasInIt() {
        visits(host);
        visits(somebody("guest"));
        host.delete("/api/rooms/" + code).is(204);

        retention.forgetEndedBefore(Instant.now().minus(Duration.ofDays(1)));
        assertThat(rooms()).isEqualTo(1);
        assertThat(seats()).isEqualTo(2);

        everythingIsOld();
        assertThat(rooms()).isZero();
    }

    @Test
    void aRoomThatNobodyUsesStays() {
        everythingIsOld();

        host.get("/api/rooms/" + code).is(200);
    }

    private void visits(Person person) {
        var ticket = person.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        webhooks().left(ticket.session(), ticket, "disconnect");
    }

    private void everythingIsOld() {
        retention.forgetEndedBefore(Instant.now().plus(Duration.ofDays(1)));
    }

    private long rooms() {
        return count("room r");
    }

    private long seats() {
        return count("seat s join room r on r.id = s.room_id");
    }

    private long meetings() {
        return count("meeting m join room r on r.id = m.room_id");
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from + " where r.code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }
}
