package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.wire.Reply;
import java.io.IOException;
import java.util.UUID;

/** A session of the doctor's own; room-service takes it for another application's. Closing it deletes it. */
public final class PracticeSession implements AutoCloseable {

    private static final String SESSIONS = "/openvidu/api/sessions";

    private final OpenViduApi api;
    private final String id;

    private PracticeSession(OpenViduApi api, String id) {
        this.api = api;
        this.id = id;
    }

    public static PracticeSession open(OpenViduApi api) throws IOException {
        var id = "doctor-" + UUID.randomUUID();
        made(api.post(SESSIONS, "{\"customSessionId\":\"" + id + "\"}"));
        return new PracticeSession(api, id);
    }

    public String id() {
        return id;
    }

    /** What a browser would join with. */
    public String token() throws IOException {
        var made = made(api.post(SESSIONS + "/" + id + "/connection", "{\"role\":\"PUBLISHER\"}"));
        return OpenViduApi.json(made).path("token").asString("");
    }

    private static Reply made(Reply reply) throws IOException {
        if (reply.status() != 200) {
            throw new IOException("OpenVidu answered " + reply.status() + " instead of 200");
        }
        return reply;
    }

    @Override
    public void close() throws IOException {
        api.delete(SESSIONS + "/" + id);
    }
}
