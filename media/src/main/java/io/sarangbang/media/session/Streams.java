package io.sarangbang.media.session;

import io.sarangbang.media.rtc.BadOffer;
import io.sarangbang.media.rtc.MediaEngine;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is sent and watched in one room. Every call needs the room's turn. */
public final class Streams {

    private final MediaEngine engine;
    private final Attendance attendance;
    private final RoomEvents events;

    Streams(MediaEngine engine, Attendance attendance, RoomEvents events) {
        this.engine = engine;
        this.attendance = attendance;
        this.events = events;
    }

    /** Takes what {@code who} wants to send; others hear of it with {@link #announce}, after the answer is out. */
    public PublishedStream publish(Participant who, MediaOptions options, String sdpOffer) throws Refusal {
        if (!who.role().mayPublish()) {
            throw Refusal.unauthorised("publish video");
        }
        if (who.stream() != null) {
            throw Refusal.because(Refusal.Code.ALREADY_STREAMING, "User '" + who.id() + "' is already streaming");
        }
        try {
            var watch = new MediaWatch();
            var stream = new PublishedStream(who.id(), options, engine.publish(sdpOffer, watch), watch);
            who.publishes(stream);
            events.published(stream);
            return stream;
        } catch (BadOffer e) {
            throw refused(e);
        }
    }

    /** The engine's answer to the offer that {@code stream} was published with. */
    public String answer(PublishedStream stream) {
        return stream.publication().sdpAnswer();
    }

    public void announce(Participant who, PublishedStream stream) {
        var params = JsonNodeFactory.instance.objectNode().put("id", who.id());
        params.putArray("streams").add(stream.toJson());
        attendance.tellOthers(who, "participantPublished", params);
    }

    /** Lets {@code who} watch a stream; watching the same one again replaces the first view. */
    public String subscribe(Participant who, String streamId, String sdpOffer) throws Refusal {
        var stream = attendance.ownerOf(streamId).map(Participant::stream).orElse(null);
        if (stream == null) {
            throw Refusal.because(Refusal.Code.NOT_STREAMING, "Stream '" + streamId + "' is not published");
        }
        try {
            var watch = new MediaWatch();
            var subscription = stream.publication().subscribe(sdpOffer, watch);
            unsubscribe(who, stream.owner());
            var viewing = new Viewing(stream, System.currentTimeMillis(), subscription, watch);
            who.viewings().put(stream.owner(), viewing);
            events.viewed(who, viewing);
            return subscription.sdpAnswer();
        } catch (BadOffer e) {
            throw refused(e);
        }
    }

    public void unsubscribe(Participant who, String connectionId) {
        var viewing = who.viewings().remove(connectionId);
        if (viewing != null) {
            viewing.subscription().close();
            events.unviewed(who, viewing, EndReason.UNSUBSCRIBE);
        }
    }

    /** Who publishes {@code streamId}, if anybody does. */
    public Optional<Participant> ownerOf(String streamId) {
        return attendance.ownerOf(streamId);
    }

    /** Ends what {@code owner} sends and tells the others; the owner is told only when it was not its own wish. */
    public void unpublish(Participant owner, EndReason reason) throws Refusal {
        if (owner.stream() == null) {
            throw Refusal.because(Refusal.Code.NOT_STREAMING, "User '" + owner.id() + "' is not streaming");
        }
        endStream(owner, reason);
        var params = owner.farewell(reason);
        if (reason == EndReason.UNPUBLISH) {
            attendance.tellOthers(owner, "participantUnpublished", params);
        } else {
            attendance.tellAll("participantUnpublished", params);
        }
    }

    /** Gives a browser whose network changed a new connection for what it sends or watches; nobody else is told. */
    public ObjectNode reconnect(Participant who, String streamId, String sdpOffer) throws Refusal {
        try {
            var own = who.stream();
            if (own != null && own.id().equals(streamId)) {
                return JsonNodeFactory.instance
                        .objectNode()
                        .put("sdpAnswer", own.renegotiate(sdpOffer))
                        .put("id", streamId)
                        .put("createdAt", System.currentTimeMillis());
            }
            var viewing = who.viewings().values().stream()
                    .filter(candidate -> candidate.stream().id().equals(streamId))
                    .findFirst()
                    .orElseThrow(() -> Refusal.because(
                            Refusal.Code.NOT_STREAMING, "Stream '" + streamId + "' is not one of this connection"));
            return JsonNodeFactory.instance.objectNode().put("sdpAnswer", viewing.renegotiate(sdpOffer));
        } catch (BadOffer e) {
            throw refused(e);
        }
    }

    /** Passes on that a publisher muted, turned its phone, or changed its track. */
    public void change(Participant who, String streamId, String property, JsonNode newValue, String reason)
            throws Refusal {
        var stream = who.stream();
        if (stream == null || !stream.id().equals(streamId)) {
            throw Refusal.because(
                    Refusal.Code.NOT_STREAMING, "Stream '" + streamId + "' is not published by '" + who.id() + "'");
        }
        stream.change(property, newValue);
        var params = JsonNodeFactory.instance
                .objectNode()
                .put("connectionId", who.id())
                .put("streamId", streamId)
                .put("property", property)
                // The JSON text of the value, not the value: openvidu-browser parses it again.
                .put("newValue", newValue.toString())
                .put("reason", reason);
        attendance.tellOthers(who, "streamPropertyChanged", params);
    }

    /** Ends everything {@code who} sends and watches, silently; the one who leaves is announced as a whole. */
    void endAll(Participant who, EndReason reason) {
        if (who.stream() != null) {
            endStream(who, reason);
        }
        who.viewings().values().forEach(viewing -> {
            viewing.subscription().close();
            events.unviewed(who, viewing, reason);
        });
        who.viewings().clear();
    }

    private void endStream(Participant owner, EndReason reason) {
        var stream = owner.stream();
        if (stream == null) {
            return;
        }
        owner.publishes(null);
        stream.publication().close();
        events.unpublished(stream, reason);
        for (var viewer : attendance.all()) {
            var viewing = viewer.viewings().get(owner.id());
            if (viewing != null && viewing.stream() == stream) {
                viewer.viewings().remove(owner.id());
                events.unviewed(viewer, viewing, reason);
            }
        }
    }

    private static Refusal refused(BadOffer offer) {
        var missing = offer.reason() == BadOffer.Reason.CODEC_MISSING;
        var code = missing ? Refusal.Code.CODEC_NOT_OFFERED : Refusal.Code.BAD_SDP;
        return Refusal.because(code, "Unable to answer this SDP offer: " + offer.getMessage());
    }
}
