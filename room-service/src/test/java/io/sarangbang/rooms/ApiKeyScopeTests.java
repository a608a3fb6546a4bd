package io.sarangbang.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An API key does what its scopes say and nothing more. */
class ApiKeyScopeTests extends RoomServiceTest {

    private Person host;
    private String code;
    private String seats;
    private String messages;

    @BeforeEach
    void openARoom() {
        host = somebody("host");
        code = host.opens("daily", 5);
        seats = "/api/rooms/" + code + "/seats";
        messages = "/api/rooms/" + code + "/messages";
    }

    @Test
    void aKeyThatReadsReads() {
        var key = keyOf(host, "rooms:read");

        key.get("/api/rooms").is(200);
        key.get("/api/rooms/" + code).is(200);
        key.get(seats).is(200);
        key.get(messages).is(200);
        refused(key.post("/api/rooms", "{\"title\":\"x\"}"), "rooms:write");
        refused(key.patch("/api/rooms/" + code, "{\"title\":\"x\"}"), "rooms:write");
        refused(key.delete("/api/rooms/" + code), "rooms:write");
        refused(key.joins(code), "calls:join");
        refused(key.says(code, "1", "x"), "calls:join");
    }

    @Test
    void aKeyThatJoinsJoinsTalksAndLeaves() {
        var key = keyOf(host, "calls:join");

        var ticket = key.joins(code).is(201);
        key.says(code, "1", "here").is(201);
        key.leaves(code, ticket.text("/seatId")).is(204);
        refused(key.get("/api/rooms"), "rooms:read");
        refused(key.get(messages), "rooms:read");
        refused(key.delete("/api/rooms/" + code), "rooms:write");
    }

    @Test
    void aKeyThatWritesMakesChangesAndDeletesRooms() {
        var key = keyOf(host, "rooms:write");

        var made = key.opens("by a program", 3);
        key.patch("/api/rooms/" + made, "{\"title\":\"renamed\"}").is(200);
        refused(key.get("/api/rooms/" + made), "rooms:read");
        refused(key.joins(made), "calls:join");
        key.delete("/api/rooms/" + made).is(204);
    }

    @Test
    void aKeyForProfilesDoesNothingHere() {
        var key = keyOf(host, "profile:read profile:write");

        refused(key.get("/api/rooms"), "rooms:read");
        refused(key.get("/api/rooms/" + code + "/anything"), "rooms:read");
        refused(key.post("/anything", "{}"), "account");
    }

    @Test
    void noScopeAtAllIsGoodForNothing() {
        refused(keyOf(host, "").get("/api/rooms"), "rooms:read");
        refused(keyOf(host, "rooms:readonly ROOMS:READ").get("/api/rooms"), "rooms:read");
    }

    private static void refused(Answer answer, String scope) {
        answer.isProblem(403, "insufficient-scope");
        assertThat(answer.text("/scope")).isEqualTo(scope);
    }
}
