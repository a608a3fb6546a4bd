package io.sarangbang.rooms.media;

import io.sarangbang.rooms.RoomServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class OpenViduEventTests extends RoomServiceTest {

    private static final String BEARER = "Bearer for-tests-only-for-tests-only-for-tests-only";
    private static final String ROOM = "room_00000000000070008000000000000000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sessionId\":\"" + ROOM + "\",\"timestamp\":1,\"event\":\"sessionCreated\"}",
                "{\"sessionId\":\"" + ROOM + "\",\"timestamp\":1,\"event\":\"sessionDestroyed\"}",
                "{\"sessionId\":\"" + ROOM + "\",\"event\":\"participantLeft\"}",
                "{\"sessionId\":\"" + ROOM
                        + "\",\"connectionId\":\"c\",\"serverData\":\"{{\",\"event\":\"participantJoined\"}",
                "{\"sessionId\":\"" + ROOM
                        + "\",\"timestamp\":\"soon\",\"from\":null,\"to\":[\"a\"],\"event\":\"signalSent\"}",
                "{\"sessionId\":\"somebody-elses\",\"event\":\"participantJoined\",\"connectionId\":\"c\",\"serverData\":\"\"}",
                "{\"event\":\"nodeCrashed\",\"sessionIds\":[]}",
                "{\"event\":{\"new\":\"kind\"}}",
                "{}"
            })
    void whatDoesNotConcernUsIsAnsweredWithTwoHundred(String event) {
        webhooks().post(event, BEARER).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<event/>"})
    void whatIsNoEventIsRefused(String body) {
        webhooks().post(body, BEARER).isProblem(400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer ",
                "for-tests-only-for-tests-only-for-tests-only",
                "Basic for-tests-only-for-tests-only-for-tests-only",
                "bearer for-tests-only-for-tests-only-for-tests-only!"
            })
    void whoDoesNotKnowTheSecretIsRefused(String authorization) {
        webhooks().post("{}", authorization).isProblem(401, "not-signed-in");
    }

    @Test
    void whoBringsNoSecretIsRefusedBeforeTheBodyIsRead() {
        webhooks().post("{", null).isProblem(401, "not-signed-in");
    }

    @Test
    void peoplesAccessTokensOpenNothingHere() {
        somebody("curious").post("/internal/openvidu/events", "{}").isProblem(401, "not-signed-in");
        somebody("curious").get("/internal/openvidu/other").isProblem(401, "not-signed-in");
        nobody().get("/internal/openvidu/other").isProblem(401, "not-signed-in");
    }

    @Test
    void anEventOfManyMegabytesIsNotRead() {
        webhooks().post("{\"data\":\"" + "x".repeat(100_000) + "\"}", BEARER).isProblem(413, "payload-too-large");
    }

    @Test
    void eventsArePosted() {
        nobody().send(HttpMethod.GET, "/internal/openvidu/events", null).is(405);
    }
}
