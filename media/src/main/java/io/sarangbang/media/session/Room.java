package io.sarangbang.media.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One session. Everything that happens in it happens in turn, and pushes are queued during that turn, so every browser
 * sees the same order.
 */
public final class Room {

    /** What openvidu-browser compares its own version with. */
    public static final String PROTOCOL_VERSION = "2.32.2";

    private final ReentrantLock lock = new ReentrantLock();
    private final String id;
    private final SessionProperties properties;
    private final long createdAt = System.currentTimeMillis();
    private final RoomServices services;
    private final Consumer<Room> onClosed;
    private final RoomEvents events;
    private final Attendance attendance = new Attendance();
    private final Streams streams;
    private final Invitations invitations = new Invitations();
    private boolean visited;
    private boolean closed;

    Room(String id, SessionProperties properties, RoomServices services, Consumer<Room> onClosed) {
        this.id = id;
        this.properties = properties;
        this.services = services;
        this.onClosed = onClosed;
        this.events = new RoomEvents(id, createdAt, services.events());
        this.streams = new Streams(services.engine(), attendance, events);
    }

    /** Holds the room still for the caller until the turn is closed. */
    public Turn takeTurn() {
        lock.lock();
        return lock::unlock;
    }

    public String id() {
        return id;
    }

    public Streams streams() {
        return streams;
    }

    void opened() {
        events.sessionCreated();
    }

    /** Makes a connection with a fresh token; empty when the room has closed. */
    public Optional<Connection> invite(ConnectionProperties wanted) {
        try (var _ = takeTurn()) {
            if (closed) {
                return Optional.empty();
            }
            var tokenUrl = services.address().tokenUrl(id, Identifiers.token());
            var made = new Connection(Identifiers.connection(), id, tokenUrl, System.currentTimeMillis(), wanted);
            invitations.add(made);
            return Optional.of(made);
        }
    }

    /** Lets the holder of an unused token in, and tells those already there. */
    public Participant join(String tokenUrl, ClientInfo info, Client client) throws Refusal {
        try (var _ = takeTurn()) {
            if (closed) {
                throw Refusal.because(
                        Refusal.Code.ROOM_CLOSED, "Unable to join the session. Session " + id + " is closed");
            }
            var connection = invitations
                    .redeem(tokenUrl)
                    .orElseThrow(() -> Refusal.because(
                            Refusal.Code.UNAUTHORISED,
                            "Unable to join session " + id + ". Token " + tokenUrl + " is not valid"));
            visited = true;
            var who = new Participant(connection, info, client);
            attendance.add(who);
            events.joined(who);
            attendance.tellOthers(who, "participantJoined", who.toPeerJson());
            return who;
        }
    }

    /** What a browser is told once it is in. */
    public ObjectNode welcome(Participant who) {
        try (var _ = takeTurn()) {
            var result = who.toPeerJson();
            result.put("finalUserId", Identifiers.finalUser())
                    .put("session", id)
                    .put("version", PROTOCOL_VERSION)
                    // Anything but "mediasoup" makes openvidu-browser offer and the server answer.
                    .put("mediaServer", "kurento")
                    .put("videoSimulcast", false)
                    .put("record", who.connection().properties().record())
                    .put("role", who.role().name());
            var peers = result.putArray("value");
            attendance.others(who).forEach(other -> peers.add(other.toExistingPeerJson()));
            services.iceServers().describe(who.connection().properties(), result);
            return result;
        }
    }

    public boolean includes(Participant who) {
        try (var _ = takeTurn()) {
            return attendance.includes(who);
        }
    }

    public Optional<Participant> find(String connectionId) {
        try (var _ = takeTurn()) {
            return attendance.find(connectionId);
        }
    }

    /** Somebody goes; a room that the last one has left closes. */
    public void leave(Participant who, EndReason reason) {
        try (var _ = takeTurn()) {
            if (remove(who, reason)) {
                closeIfEmpty();
            }
        }
    }

    /** Somebody must go. {@code answer} runs where the real server answers whoever asked for it. */
    public void evict(Participant who, EndReason reason, Runnable answer) {
        try (var _ = takeTurn()) {
            var notice = who.farewell(reason);
            var there = remove(who, reason);
            answer.run();
            if (there) {
                who.client().push("participantEvicted", notice);
                who.client().ended();
                attendance.tellAll("participantEvicted", notice);
                closeIfEmpty();
            }
        }
    }

    /** Makes an unused token worthless; false when there is no such pending connection. */
    public boolean revoke(String connectionId) {
        try (var _ = takeTurn()) {
            return invitations.revoke(connectionId);
        }
    }

    /** Ends the session for everybody; false when it has ended already. */
    public boolean close(EndReason reason) {
        try (var _ = takeTurn()) {
            if (closed) {
                return false;
            }
            closed = true;
            for (var who : attendance.all()) {
                streams.endAll(who, reason);
                attendance.remove(who);
                events.left(who, reason);
                who.client().push("participantEvicted", who.farewell(reason));
                who.client().ended();
            }
            end(reason);
            return true;
        }
    }

    /** Delivers a signal; {@code from} is null when a backend sent it. */
    public void signal(@Nullable Participant from, Signal signal) throws Refusal {
        try (var _ = takeTurn()) {
            var recipients = signal.to().isEmpty()
                    ? attendance.all()
                    : signal.to().stream()
                            .distinct()
                            .flatMap(to -> attendance.find(to).stream())
                            .toList();
            if (recipients.isEmpty()) {
                throw Refusal.because(
                        Refusal.Code.BAD_SIGNAL_TARGET, "\"to\" array has no valid connection identifiers");
            }
            var params = signal.toJson(from);
            recipients.forEach(who -> who.client().push("sendMessage", params));
            events.signalled(from, recipients.stream().map(Participant::id).toList(), signal);
        }
    }

    /** Closes a room nobody ever came to, without a word, as the real server does; false when it is in use. */
    boolean closeIfForgotten(long createdBefore) {
        try (var _ = takeTurn()) {
            if (closed || visited || createdAt > createdBefore) {
                return false;
            }
            closed = true;
            invitations.revokeAll();
            onClosed.accept(this);
            return true;
        }
    }

    /** Whether {@code who} had media and all of it has died. */
    public boolean lostAllMedia(Participant who) {
        try (var _ = takeTurn()) {
            return who.lostAllMedia();
        }
    }

    public int population() {
        try (var _ = takeTurn()) {
            return attendance.size();
        }
    }

    /** One connection, pending or active, as the REST API shows it. */
    public Optional<ObjectNode> describeConnection(String connectionId) {
        try (var _ = takeTurn()) {
            var waiting = invitations.find(connectionId).map(Connection::toJson);
            return attendance.find(connectionId).map(Participant::toJson).or(() -> waiting);
        }
    }

    /** The connections as the REST API shows them. */
    public List<ObjectNode> describeConnections(boolean withPending) {
        try (var _ = takeTurn()) {
            var active = attendance.all().stream().map(Participant::toJson);
            var waiting = invitations.all().filter(_ -> withPending).map(Connection::toJson);
            return Stream.concat(active, waiting).toList();
        }
    }

    /** The session as the REST API shows it. */
    public ObjectNode toJson(boolean withPending) {
        var json = properties.describe(id, createdAt);
        var connections = describeConnections(withPending);
        var content = json.putObject("connections")
                .put("numberOfElements", connections.size())
                .putArray("content");
        connections.forEach(content::add);
        return json;
    }

    private boolean remove(Participant who, EndReason reason) {
        if (!attendance.includes(who)) {
            return false;
        }
        streams.endAll(who, reason);
        attendance.remove(who);
        events.left(who, reason);
        attendance.tellAll("participantLeft", who.farewell(reason));
        return true;
    }

    private void closeIfEmpty() {
        if (attendance.isEmpty() && !closed) {
            closed = true;
            end(EndReason.LAST_PARTICIPANT_LEFT);
        }
    }

    private void end(EndReason reason) {
        invitations.revokeAll();
        events.sessionDestroyed(reason);
        onClosed.accept(this);
    }

    /** The right to be the only one who changes the room. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
