package io.sarangbang.rooms.media;

import io.openvidu.java.client.Connection;
import io.openvidu.java.client.ConnectionProperties;
import io.openvidu.java.client.ConnectionType;
import io.openvidu.java.client.OpenVidu;
import io.openvidu.java.client.OpenViduHttpException;
import io.openvidu.java.client.OpenViduJavaClientException;
import io.openvidu.java.client.OpenViduRole;
import io.openvidu.java.client.Session;
import io.openvidu.java.client.SessionProperties;
import io.sarangbang.rooms.media.LiveSession.LiveConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * OpenVidu, or whatever speaks its protocol, through its Java client.
 *
 * <p>The client remembers every session it ever saw. That memory is used (it saves two requests of three on a join) but
 * never believed: a session that turns out to be gone is made again, and each look at all sessions starts a new client.
 */
@Component
class OpenViduMediaServer implements MediaServer {

    private static final Logger log = LoggerFactory.getLogger(OpenViduMediaServer.class);
    private static final int NOT_FOUND = 404;
    private static final int TRIES = 3;

    private final OpenViduConnections connections;
    private final ServerDataJson serverData;
    private final RestClient rest;
    private final MediaServerMeters meters;
    private volatile OpenVidu client;

    OpenViduMediaServer(OpenViduSettings settings, ServerDataJson serverData, MediaServerMeters meters) {
        this.connections = new OpenViduConnections(settings);
        this.serverData = serverData;
        this.meters = meters;
        this.rest = connections.rest();
        this.client = connections.client();
    }

    @Override
    public Admission admit(SessionId session, ServerData data) {
        return admit(session, serverData.write(data));
    }

    @Override
    public Admission admit(SessionId session) {
        return admit(session, "");
    }

    private Admission admit(SessionId session, String data) {
        var properties = new ConnectionProperties.Builder()
                .type(ConnectionType.WEBRTC)
                .role(OpenViduRole.PUBLISHER)
                .data(data)
                .build();
        return asking("admit", () -> admission(connect(session, properties)));
    }

    @Override
    public void disconnect(SessionId session, String connectionId) {
        asking("disconnect", () -> {
            var found = find(session);
            if (found.isPresent()) {
                unlessGone(() -> found.get().forceDisconnect(connectionId));
            }
            return session;
        });
    }

    @Override
    public void close(SessionId session) {
        asking("close", () -> {
            var found = find(session);
            if (found.isPresent()) {
                unlessGone(() -> found.get().close());
            }
            return session;
        });
    }

    @Override
    public void signal(SessionId session, String type, String data) {
        asking("signal", () -> {
            try {
                return rest.post()
                        .uri("/signal")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("session", session.value(), "type", type, "data", data))
                        .retrieve()
                        .toBodilessEntity();
            } catch (HttpClientErrorException.NotFound | HttpClientErrorException.NotAcceptable nobody) {
                return nobody.getStatusCode();
            }
        });
    }

    @Override
    public List<LiveSession> sessions() {
        return asking("list sessions", this::look);
    }

    /** A session may end between being made (or found) and being connected to; then it is made again. */
    private Connection connect(SessionId id, ConnectionProperties properties)
            throws OpenViduJavaClientException, OpenViduHttpException {
        var session = client.getActiveSession(id.value());
        for (int attempt = 1; ; attempt++) {
            try {
                return (session == null ? create(id) : session).createConnection(properties);
            } catch (OpenViduHttpException e) {
                if (e.getStatus() != NOT_FOUND || attempt == TRIES) {
                    throw e;
                }
                session = null;
            }
        }
    }

    private Session create(SessionId id) throws OpenViduJavaClientException, OpenViduHttpException {
        return client.createSession(
                new SessionProperties.Builder().customSessionId(id.value()).build());
    }

    private static Admission admission(Connection made) {
        if (made.getToken() == null || made.getConnectionId() == null) {
            throw new IllegalStateException("the new connection has no id or no token");
        }
        return new Admission(made.getConnectionId(), made.getToken(), Instant.ofEpochMilli(made.createdAt()));
    }

    private Optional<Session> find(SessionId id) throws OpenViduJavaClientException, OpenViduHttpException {
        if (client.getActiveSession(id.value()) == null) {
            look();
        }
        return Optional.ofNullable(client.getActiveSession(id.value()));
    }

    /** Read before the client is shared: afterwards other threads add to what it knows. */
    private List<LiveSession> look() throws OpenViduJavaClientException, OpenViduHttpException {
        var fresh = connections.client();
        fresh.fetch();
        var seen = fresh.getActiveSessions().stream().map(this::live).toList();
        client = fresh;
        return seen;
    }

    private LiveSession live(Session session) {
        return new LiveSession(
                new SessionId(session.getSessionId()),
                session.getConnections().stream().map(this::live).toList());
    }

    private LiveConnection live(Connection connection) {
        return new LiveConnection(
                connection.getConnectionId(),
                "active".equals(connection.getStatus()),
                Instant.ofEpochMilli(connection.createdAt()),
                serverData.seatIn(connection.getServerData()));
    }

    /** 400 is how OpenVidu says that there is no such session when asked to disconnect somebody. */
    private static void unlessGone(Order order) throws OpenViduJavaClientException, OpenViduHttpException {
        try {
            order.give();
        } catch (OpenViduHttpException e) {
            if (e.getStatus() != NOT_FOUND && e.getStatus() != 400) {
                throw e;
            }
        }
    }

    /** The client lets more escape than it declares: NullPointerException and others where an answer lacks a member. */
    private <T> T asking(String what, Question<T> question) {
        try (var call = meters.begin(what)) {
            var answer = question.ask();
            call.worked();
            return answer;
        } catch (OpenViduHttpException e) {
            log.warn("media server could not {}: it answered {}{}", what, e.getStatus(), hint(e.getStatus()));
        } catch (HttpClientErrorException e) {
            var status = e.getStatusCode().value();
            log.warn("media server could not {}: it answered {}{}", what, status, hint(status));
        } catch (OpenViduJavaClientException | RestClientException e) {
            log.warn("media server could not {}: {}", what, e.getMessage());
        } catch (RuntimeException e) {
            log.warn("media server could not {}: its answer makes no sense ({})", what, e.toString());
        }
        throw new MediaServerUnreachable();
    }

    private static String hint(int status) {
        return switch (status) {
            case 401 -> ": OPENVIDU_SECRET here differs from the media server's";
            case 403 -> ": it does not allow this address to use its API (ALLOWED_ACCESS_TO_RESTAPI)";
            default -> "";
        };
    }

    private interface Question<T> {
        T ask() throws OpenViduJavaClientException, OpenViduHttpException;
    }

    private interface Order {
        void give() throws OpenViduJavaClientException, OpenViduHttpException;
    }
}
