package io.sarangbang.doctor.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.openvidu.OpenViduApi;
import io.sarangbang.doctor.openvidu.PracticeSession;
import io.sarangbang.doctor.signalling.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Joins a session of the doctor's own and publishes; the media server waits for media until this is closed. */
public final class PracticeCall implements AutoCloseable {

    /** Our name in connectivity checks, as in the offer. */
    public static final String UFRAG = "doct";

    private static final Duration LATE_CANDIDATES = Duration.ofSeconds(2);

    private final PracticeSession session;
    private final Conversation conversation;
    private final List<IceServer> iceServers;
    private final Answer answer;

    private PracticeCall(PracticeSession session, Conversation conversation) throws IOException {
        this.session = session;
        this.conversation = conversation;
        this.iceServers = iceServers(conversation.join(session.id(), session.token()));
        this.answer = published();
    }

    public static PracticeCall open(Installation installation) throws IOException {
        var session = PracticeSession.open(OpenViduApi.of(installation));
        try {
            return in(session, installation);
        } catch (IOException e) {
            session.close();
            throw e;
        }
    }

    private static PracticeCall in(PracticeSession session, Installation installation) throws IOException {
        var conversation = Conversation.open(installation, session.id());
        try {
            return new PracticeCall(session, conversation);
        } catch (IOException e) {
            conversation.close();
            throw e;
        }
    }

    public List<IceServer> iceServers() {
        return iceServers;
    }

    public Answer answer() {
        return answer;
    }

    static List<IceServer> iceServers(JsonNode welcome) {
        return StreamSupport.stream(welcome.path("customIceServers").spliterator(), false)
                .map(it -> new IceServer(
                        it.path("url").asString(""),
                        it.path("username").asString(""),
                        it.path("credential").asString("")))
                .toList();
    }

    /** Our own server has every candidate in its answer; Kurento tells them afterwards. */
    private Answer published() throws IOException {
        var told = Answer.read(
                conversation.ask("publishVideo", offer()).path("sdpAnswer").asString(""));
        if (!told.candidates().isEmpty()) {
            return told;
        }
        var late = conversation.listen(LATE_CANDIDATES).stream()
                .filter(push -> push.path("method").asString("").equals("iceCandidate"))
                .map(push ->
                        Candidate.read(push.path("params").path("candidate").asString("")))
                .flatMap(Optional::stream)
                .toList();
        return told.with(late);
    }

    private static ObjectNode offer() throws IOException {
        try (InputStream in = Objects.requireNonNull(PracticeCall.class.getResourceAsStream("offer.sdp"))) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("doLoopback", false)
                    .put("hasAudio", false)
                    .put("hasVideo", true)
                    .put("videoActive", true)
                    .put("typeOfVideo", "CAMERA")
                    .put("frameRate", -1)
                    .put("videoDimensions", "{\"width\":640,\"height\":480}")
                    .put("sdpOffer", new String(in.readAllBytes(), UTF_8).replaceAll("\r?\n", "\r\n"));
        }
    }

    @Override
    public void close() throws IOException {
        conversation.close();
        session.close();
    }
}
