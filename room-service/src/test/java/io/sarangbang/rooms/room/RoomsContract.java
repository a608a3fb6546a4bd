package io.sarangbang.rooms.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.RoomServiceTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class RoomsContract extends RoomServiceTest {

    /** As the tests' configuration has it. */
    private static final int LIMIT = 8;

    @Test
    void aNewRoomIsAnsweredWithItsAddress() {
        var host = somebody("host");
        var room = host.post("/api/rooms", "{\"title\":\" 아침 회의 🐯 \"}").is(201);

        assertThat(room.text("/code")).matches("[a-z]{3}-[a-z]{4}-[a-z]{3}");
        assertThat(room.location()).isEqualTo("/api/rooms/" + room.text("/code"));
        assertThat(room.text("/title")).isEqualTo("아침 회의 🐯");
        assertThat(room.number("/capacity")).isEqualTo(12);
        assertThat(room.text("/ownerId")).isEqualTo(host.account().toString());
        assertThat(room.body().path("owned").asBoolean()).isTrue();
        assertThat(room.number("/present")).isZero();
        assertThat(host.get(room.location()).body()).isEqualTo(room.body());
    }

    @Test
    void aRoomIsFoundHoweverItsCodeIsTyped() {
        var host = somebody("host");
        var code = host.opens("daily", 5);

        assertThat(host.get("/api/rooms/" + code.replace("-", "").toUpperCase())
                        .is(200)
                        .text("/code"))
                .isEqualTo(code);
    }

    @Test
    void anyoneSignedInSeesARoomTheyKnowTheCodeOf() {
        var code = somebody("host").opens("daily", 5);

        var seen = somebody("guest").get("/api/rooms/" + code).is(200);

        assertThat(seen.body().path("owned").asBoolean()).isFalse();
    }

    @Test
    void myRoomsComeNewestFirstPageByPage() {
        var host = somebody("host");
        somebody("other").opens("not mine", 5);
        var codes =
                IntStream.range(0, 5).mapToObj(it -> host.opens("r" + it, 5)).toList();

        var first = host.get("/api/rooms?limit=2").is(200);
        assertThat(first.text("/rooms/0/code")).isEqualTo(codes.get(4));
        assertThat(first.text("/rooms/1/code")).isEqualTo(codes.get(3));
        assertThat(first.body().path("more").asBoolean()).isTrue();

        // The page goes on from where it was, even when the room that marks the place is gone.
        host.delete("/api/rooms/" + codes.get(3)).is(204);
        var rest = host.get("/api/rooms?limit=3&before=" + codes.get(3)).is(200);
        assertThat(rest.text("/rooms/0/code")).isEqualTo(codes.get(2));
        assertThat(rest.text("/rooms/2/code")).isEqualTo(codes.get(0));
        assertThat(rest.body().path("more").asBoolean()).isFalse();
    }

    @Test
    void anOwnerChangesWhatTheyNameAndNothingElse() {
        var host = somebody("host");
        var path = "/api/rooms/" + host.opens("old", 5);

        assertThat(host.patch(path, "{\"title\":\"new\"}").is(200).number("/capacity"))
                .isEqualTo(5);
        assertThat(host.patch(path, "{\"capacity\":30}").is(200).text("/title")).isEqualTo("new");
        host.patch(path, "{}").is(200);
        assertThat(host.get(path).number("/capacity")).isEqualTo(30);
    }

    @Test
    void onlyTheOwnerChangesOrDeletesARoom() {
        var path = "/api/rooms/" + somebody("host").opens("daily", 5);
        var other = somebody("other");

        other.patch(path, "{\"title\":\"mine\"}").isProblem(403, "not-room-owner");
        other.delete(path).isProblem(403, "not-room-owner");
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        var path = "/api/rooms/" + somebody("host").opens("daily", 5);
        var nobody = nobody();

        nobody.post("/api/rooms", "{\"title\":\"x\"}").isProblem(401, "not-signed-in");
        nobody.get("/api/rooms").isProblem(401, "not-signed-in");
        nobody.get(path).isProblem(401, "not-signed-in");
        nobody.patch(path, "{}").isProblem(401, "not-signed-in");
        nobody.delete(path).isProblem(401, "not-signed-in");
        nobody.get(path + "/seats").isProblem(401, "not-signed-in");
        nobody.post(path + "/seats", null).isProblem(401, "not-signed-in");
        nobody.get(path + "/messages").isProblem(401, "not-signed-in");
        nobody.post(path + "/messages", "{}").isProblem(401, "not-signed-in");
    }

    @Test
    void aDeletedRoomIsGoneAndItsCallIsOver() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        var ticket = host.joins(code).is(201);
        webhooks().joined(ticket.session(), ticket);
        host.says(code, "c1", "bye").is(201);

        host.delete("/api/rooms/" + code).is(204);

        assertThat(openVidu.has(ticket.session())).isFalse();
        host.get("/api/rooms/" + code).isProblem(404, "room-not-found");
        host.delete("/api/rooms/" + code).isProblem(404, "room-not-found");
        host.joins(code).isProblem(404, "room-not-found");
        host.reads(code, "").isProblem(404, "room-not-found");
        assertThat(host.get("/api/rooms").count("/rooms")).isZero();
    }

    @Test
    void nobodyHasMoreRoomsThanTheLimit() {
        var host = somebody("host");
        var codes = IntStream.range(0, LIMIT)
                .mapToObj(it -> host.opens("r" + it, 5))
                .toList();

        var refused = host.post("/api/rooms", "{\"title\":\"one more\"}").isProblem(409, "too-many-rooms");
        assertThat(refused.number("/limit")).isEqualTo(LIMIT);
        somebody("other").opens("not concerned", 5);

        host.delete("/api/rooms/" + codes.getFirst()).is(204);
        host.opens("in its place", 5);
    }

    @Test
    void aTitleOfEightyCharactersFitsWhateverTheyAre() {
        var host = somebody("host");
        var title = "🐯".repeat(80);

        assertThat(host.post("/api/rooms", "{\"title\":\"" + title + "\"}")
                        .is(201)
                        .text("/title"))
                .isEqualTo(title);
    }
}
