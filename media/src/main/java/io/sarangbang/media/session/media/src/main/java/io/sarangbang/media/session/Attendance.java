package io.sarangbang.media.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a room, and how to talk to them. Guarded by the room's lock. */
final class Attendance {

    private final Map<String, Participant> participants = new LinkedHashMap<>();

    void add(Participant who) {
        participants.put(who.id(), who);
    }

    boolean remove(Participant who) {
        return participants.remove(who.id(), who);
    }

    boolean includes(Participant who) {
        return participants.get(who.id()) == who;
    }

    Optional<Participant> find(String connectionId) {
        return Optional.ofNullable(participants.get(connectionId));
    }

    Optional<Participant> ownerOf(String streamId) {
        return participants.values().stream()
                .filter(who -> who.stream() != null && who.stream().id().equals(streamId))
                .findFirst();
    }

    List<Participant> all() {
        return new ArrayList<>(participants.values());
    }

    List<Participant> others(Participant who) {
        return participants.values().stream().filter(other -> other != who).toList();
    }

    boolean isEmpty() {
        return participants.isEmpty();
    }

    int size() {
        return participants.size();
    }

    void tellAll(String method, ObjectNode params) {
        participants.values().forEach(who -> who.client().push(method, params));
    }

    void tellOthers(Participant who, String method, ObjectNode params) {
        others(who).forEach(other -> other.client().push(method, params));
    }
}
