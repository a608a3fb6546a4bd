package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvidu.java.client.ConnectionProperties;
import io.openvidu.java.client.ConnectionType;
import io.openvidu.java.client.IceServerProperties;
import io.openvidu.java.client.KurentoOptions;
import io.openvidu.java.client.MediaMode;
import io.openvidu.java.client.OpenVidu;
import io.openvidu.java.client.OpenViduException;
import io.openvidu.java.client.OpenViduHttpException;
import io.openvidu.java.client.OpenViduRole;
import io.openvidu.java.client.RecordingMode;
import io.openvidu.java.client.Session;
import io.openvidu.java.client.SessionProperties;
import io.openvidu.java.client.TokenOptions;
import io.openvidu.java.client.VideoCodec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every REST call that the unmodified openvidu-java-client 2.32.2 makes. */
class JavaClientTests {

    private static RunningServer server;
    private static OpenVidu openVidu;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        openVidu = server.javaClient();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itOpensASessionWithTheDefaults() throws OpenViduException {
        var session = openVidu.createSession();

        assertThat(session.getSessionId()).startsWith("ses_");
        assertThat(session.createdAt()).isPositive();
        assertThat(session.getProperties().mediaMode()).isEqualTo(MediaMode.ROUTED);
        assertThat(session.getProperties().recordingMode()).isEqualTo(RecordingMode.MANUAL);
        assertThat(session.getProperties().forcedVideoCodec()).isEqualTo(VideoCodec.MEDIA_SERVER_PREFERRED);
        assertThat(session.isBeingRecorded()).isFalse();
    }

    @Test
    void itAdoptsASessionThatExistsAlready() throws OpenViduException {
        var properties =
                new SessionProperties.Builder().customSessionId("adopted").build();
        var first = openVidu.createSession(properties);
        first.createConnection();

        var second = server.javaClient().createSession(properties);

        assertThat(second.getSessionId()).isEqualTo("adopted");
        assertThat(second.createdAt()).isEqualTo(first.createdAt());
        assertThat(second.getConnections()).hasSize(1);
    }

    @Test
    void itRefusesASessionIdThatIsNone() {
        var properties =
                new SessionProperties.Builder().customSessionId("not an id!").build();
        refuses(400, () -> openVidu.createSession(properties));
    }

    @Test
    void itRefusesACodecThatIsNotForwarded() {
        var properties = new SessionProperties.Builder()
                .forcedVideoCodec(VideoCodec.H264)
                .build();
        refuses(400, () -> openVidu.createSession(properties));
    }

    @Test
    void itFetchesASessionWithItsPendingConnections() throws OpenViduException {
        var session = openVidu.createSession();
        var made = session.createConnection(new ConnectionProperties.Builder()
                .role(OpenViduRole.MODERATOR)
                .data("server data")
                .record(false)
                .kurentoOptions(
                        new KurentoOptions.Builder().videoMaxSendBandwidth(700).build())
                .addCustomIceServer(new IceServerProperties.Builder()
                        .url("turn:turn.example.com:443")
                        .username("someone")
                        .credential("something")
                        .build())
                .build());

        assertThat(session.fetch()).isFalse(); // nothing changed behind the client's back
        var copy = fetched(session);

        assertThat(copy.getConnections()).singleElement().satisfies(found -> {
            assertThat(found.getConnectionId()).isEqualTo(made.getConnectionId());
            assertThat(found.getStatus()).isEqualTo("pending");
            assertThat(found.getToken()).isEqualTo(made.getToken());
            assertThat(found.getRole()).isEqualTo(OpenViduRole.MODERATOR);
            assertThat(found.getServerData()).isEqualTo("server data");
            assertThat(found.record()).isFalse();
            assertThat(found.getCustomIceServers())
                    .singleElement()
                    .satisfies(ice -> assertThat(ice.getUrl()).isEqualTo("turn:turn.example.com:443"));
            assertThat(found.getType()).isEqualTo(ConnectionType.WEBRTC);
        });
    }

    @Test
    void itSeesWhoIsInAndWhatTheySend() throws OpenViduException {
        var session = openVidu.createSession();
        try (var browser = server.joined(session.getSessionId(), "PUBLISHER");
                var viewer = server.joined(session.getSessionId(), "SUBSCRIBER")) {
            var stream = browser.result("publishVideo", Browser.publishing(RunningServer.offer("publish")))
                    .get("id")
                    .stringValue();
            viewer.result(
                    "receiveVideoFrom", Browser.params("sender", stream, "sdpOffer", RunningServer.offer("subscribe")));

            var copy = fetched(session);

            assertThat(copy.getActiveConnections()).hasSize(2);
            var publisher = copy.getActiveConnections().stream()
                    .flatMap(connection -> connection.getPublishers().stream())
                    .toList();
            assertThat(publisher).singleElement().satisfies(found -> {
                assertThat(found.getStreamId()).isEqualTo(stream);
                assertThat(found.hasAudio()).isTrue();
                assertThat(found.getFrameRate()).isEqualTo(15);
            });
            assertThat(copy.getActiveConnections().stream().flatMap(one -> one.getSubscribers().stream()))
                    .containsExactly(stream);
        }
    }

    @Test
    void itListsSessionsAndForgetsThoseThatHaveEnded() throws OpenViduException {
        var client = server.javaClient();
        var kept = client.createSession();
        var ended = client.createSession();
        server.rest("DELETE", "/sessions/" + ended.getSessionId(), "");

        assertThat(client.fetch()).isTrue();

        assertThat(client.getActiveSessions()).extracting(Session::getSessionId).contains(kept.getSessionId());
        assertThat(client.getActiveSessions()).extracting(Session::getSessionId).doesNotContain(ended.getSessionId());
    }

    @Test
    void itClosesASessionOnce() throws OpenViduException {
        var session = openVidu.createSession();
        var same = fetched(session);
        session.close();
        refuses(404, same::close);
        refuses(404, same::fetch);
        refuses(404, same::createConnection);
    }

    @Test
    void itDisconnectsSomebody() throws OpenViduException {
        var session = openVidu.createSession();
        try (var browser = server.joined(session.getSessionId(), "PUBLISHER");
                var _ = server.joined(session.getSessionId(), "PUBLISHER")) {
            session.fetch();
            var id = browser.connectionId();

            session.forceDisconnect(id);

            assertThat(browser.pushed("participantEvicted").get("reason").stringValue())
                    .isEqualTo("forceDisconnectByServer");
            refuses(404, () -> session.forceDisconnect(id));
        }
    }

    @Test
    void itInvalidatesATokenNobodyHasUsed() throws OpenViduException {
        var session = openVidu.createSession();
        var connection = session.createConnection();

        session.forceDisconnect(connection);

        try (var browser = Browser.open(server.port())) {
            var joining = Browser.joining(session.getSessionId(), connection.getToken());
            assertThat(browser.errorCode("joinRoom", joining)).isEqualTo(401);
        }
        refuses(404, () -> session.forceDisconnect("con_unknown"));
    }

    @Test
    void itUnpublishesAStream() throws OpenViduException {
        var session = openVidu.createSession();
        try (var browser = server.joined(session.getSessionId(), "PUBLISHER")) {
            var stream = browser.result("publishVideo", Browser.publishing(RunningServer.offer("publish")))
                    .get("id")
                    .stringValue();

            session.forceUnpublish(stream);

            assertThat(browser.pushed("participantUnpublished").get("reason").stringValue())
                    .isEqualTo("forceUnpublishByServer");
            refuses(404, () -> session.forceUnpublish(stream));
        }
    }

    @Test
    void itMakesATokenTheOldWay() throws OpenViduException {
        var session = openVidu.createSession();
        @SuppressWarnings("deprecation")
        var token = session.generateToken(
                new TokenOptions.Builder().role(OpenViduRole.SUBSCRIBER).build());

        assertThat(token).startsWith("ws://localhost:4443?sessionId=" + session.getSessionId() + "&token=tok_");
        try (var browser = Browser.joined(server.port(), session.getSessionId(), token)) {
            assertThat(browser.welcome().get("role").stringValue()).isEqualTo("SUBSCRIBER");
        }
    }

    @Test
    void whatTheCommunityEditionLacksIsRefusedAsThere() throws OpenViduException {
        var session = openVidu.createSession();
        var connection = session.createConnection();
        refuses(
                403,
                () -> session.updateConnection(
                        connection.getConnectionId(),
                        new ConnectionProperties.Builder()
                                .role(OpenViduRole.MODERATOR)
                                .build()));
        refuses(501, () -> openVidu.startRecording(session.getSessionId()));
        refuses(501, () -> openVidu.stopRecording("any"));
        refuses(501, () -> openVidu.getRecording("any"));
        refuses(501, openVidu::listRecordings);
        refuses(501, () -> openVidu.deleteRecording("any"));
        refuses(501, () -> openVidu.startBroadcast(session.getSessionId(), "rtmp://elsewhere.example"));
        refuses(501, () -> openVidu.stopBroadcast(session.getSessionId()));
        refuses(
                501,
                () -> session.createConnection(new ConnectionProperties.Builder()
                        .type(ConnectionType.IPCAM)
                        .rtspUri("rtsp://camera.example")
                        .build()));
    }

    @Test
    void aWrongSecretIsRefused() {
        var stranger = new OpenVidu("http://localhost:" + server.port(), "another-secret-0123456789");
        refuses(401, stranger::createSession);
    }

    /** The session as another client sees it that knows nothing yet. */
    private static Session fetched(Session session) throws OpenViduException {
        var client = server.javaClient();
        client.fetch();
        return client.getActiveSession(session.getSessionId());
    }

    private static void refuses(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OpenViduHttpException.class,
                        refused -> assertThat(refused.getStatus()).isEqualTo(status));
    }
}
