package io.sarangbang.rooms;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** What OpenVidu posts, as captured from a real one. */
public final class OpenViduWebhooks {

    static final String SECRET = "for-tests-only-for-tests-only-for-tests-only";
    private static final JsonMapper json = new JsonMapper();

    private final MockMvcTester mvc;

    OpenViduWebhooks(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public void joined(String session, Answer ticket) {
        participant("participantJoined", session, ticket, "").is(200);
    }

    public void left(String session, Answer ticket, String reason) {
        participant("participantLeft", session, ticket, ",\"reason\":\"" + reason + "\"")
                .is(200);
    }

    public void destroyed(String session, long at) {
        post("""
                        {"sessionId":"%1$s","uniqueSessionId":"%1$s_1795146401729","timestamp":%2$d,"startTime":1795146401729,\
                        "duration":10,"reason":"lastParticipantLeft","event":"sessionDestroyed"}""".formatted(session, at), "Bearer " + SECRET).is(200);
    }

    private Answer participant(String event, String session, Answer ticket, String more) {
        var serverData =
                "{\"seatId\":\"%s\",\"accountId\":\"x\",\"displayName\":\"y\"}".formatted(ticket.text("/seatId"));
        return post(
                """
                {"sessionId":"%1$s","uniqueSessionId":"%1$s_1795146401729","timestamp":%2$d,"participantId":"%3$s",\
                "connectionId":"%3$s","location":"unknown","ip":"127.0.0.1","platform":"Chrome","clientData":"",\
                "serverData":%4$s%5$s,"event":"%6$s"}""".formatted(
                                session,
                                System.currentTimeMillis(),
                                ticket.text("/connectionId"),
                                json.writeValueAsString(serverData),
                                more,
                                event),
                "Bearer " + SECRET);
    }

    public Answer post(String body, @Nullable String authorization) {
        var request = mvc.post()
                .uri("/internal/openvidu/events")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (authorization != null) {
            request = request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        return Answer.of(request.exchange());
    }
}
