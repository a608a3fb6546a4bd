package io.sarangbang.rooms.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.Person;
import io.sarangbang.rooms.RoomServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ExportContract extends RoomServiceTest {

    private Person person;
    private Person friend;

    @BeforeEach
    void twoPeople() {
        person = somebody("person");
        friend = somebody("friend");
    }

    @Test
    void nobodyHasNothing() {
        var all = userService().exports(UUID.randomUUID()).is(200);

        assertThat(all.body().propertyNames()).containsExactlyInAnyOrder("rooms", "seats", "messages");
        assertThat(all.count("/rooms") + all.count("/seats") + all.count("/messages"))
                .isZero();
    }

    @Test
    void roomsAreTold() {
        var first = person.opens("first", 5);
        var second = person.opens("second", 7);
        person.delete("/api/rooms/" + first).is(204);
        friend.opens("friend's", 5);

        var all = userService().exports(person.account());

        assertThat(all.count("/rooms")).isEqualTo(2);
        assertThat(all.text("/rooms/0/code")).isEqualTo(first);
        assertThat(all.body().at("/rooms/0").propertyNames())
                .containsExactlyInAnyOrder("code", "createdAt", "deletedAt");
        assertThat(all.text("/rooms/1/code")).isEqualTo(second);
        assertThat(all.text("/rooms/1/title")).isEqualTo("second");
        assertThat(all.number("/rooms/1/capacity")).isEqualTo(7);
        assertThat(all.text("/rooms/1/createdAt")).endsWith("Z");
    }

    @Test
    void seatsAreToldWithTheRoomTheyWereIn() {
        var code = friend.opens("friend's", 5);
        var ticket = person.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        webhooks().left(ticket.session(), ticket, "disconnect");
        friend.joins(code).is(201);

        var all = userService().exports(person.account());

        assertThat(all.count("/seats")).isEqualTo(1);
        assertThat(all.text("/seats/0/id")).isEqualTo(ticket.text("/seatId"));
        assertThat(all.text("/seats/0/room")).isEqualTo(code);
        assertThat(all.text("/seats/0/displayName")).isEqualTo("person");
        assertThat(all.body().at("/seats/0").propertyNames())
                .containsExactlyInAnyOrder("id", "room", "displayName", "reservedAt", "joinedAt", "leftAt");
    }

    @Test
    void messagesAreTheirOwnAndNobodyElses() {
        var code = friend.opens("friend's", 5);
        person.joins(code).is(201);
        friend.joins(code).is(201);
        person.says(code, "1", "안녕").is(201);
        friend.says(code, "1", "a secret of mine").is(201);

        var all = userService().exports(person.account());

        assertThat(all.count("/messages")).isEqualTo(1);
        assertThat(all.text("/messages/0/text")).isEqualTo("안녕");
        assertThat(all.text("/messages/0/room")).isEqualTo(code);
        assertThat(all.text("/messages/0/clientId")).isEqualTo("1");
        assertThat(all.body().toString())
                .doesNotContain("a secret of mine", friend.account().toString());
    }
}
