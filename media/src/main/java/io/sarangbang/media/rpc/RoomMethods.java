package io.sarangbang.media.rpc;

import static java.util.Map.entry;

import io.sarangbang.media.session.EndReason;
import io.sarangbang.media.session.MediaOptions;
import io.sarangbang.media.session.Participant;
import io.sarangbang.media.session.Refusal;
import io.sarangbang.media.session.Role;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/** The methods that openvidu-browser calls once it is in a room. */
final class RoomMethods {

    private static final Logger log = LoggerFactory.getLogger(RoomMethods.class);
    private static final int INTERNAL_ERROR = -32603;

    private final Map<String, Method> methods = Map.ofEntries(
            entry("publishVideo", RoomMethods::publish),
            entry("receiveVideoFrom", RoomMethods::receive),
            entry("prepareReceiveVideoFrom", RoomMethods::refuseToOffer),
            entry(
                    "unsubscribeFromVideo",
                    call -> call.room().streams().unsubscribe(call.caller(), call.text("sender"))),
            entry("unpublishVideo", call -> call.room().streams().unpublish(call.caller(), EndReason.UNPUBLISH)),
            entry("reconnectStream", RoomMethods::reconnect),
            entry("streamPropertyChanged", RoomMethods::changeStream),
            entry("sendMessage", call -> call.room().signal(call.caller(), Signals.parse(call.text("message")))),
            entry("leaveRoom", RoomMethods::leave),
            entry("forceDisconnect", RoomMethods::forceDisconnect),
            entry("forceUnpublish", RoomMethods::forceUnpublish),
            // Every candidate we have is in the answer and we never need the browser's: ICE-lite.
            entry("onIceCandidate", _ -> {}),
            entry("videoData", _ -> {}),
            entry("echo", _ -> {}),
            entry("applyFilter", RoomMethods::refuseFilter),
            entry("removeFilter", RoomMethods::refuseFilter),
            entry("execFilterMethod", RoomMethods::refuseFilter),
            entry("addFilterEventListener", RoomMethods::refuseFilter),
            entry("removeFilterEventListener", RoomMethods::refuseFilter));

    /** Runs a call in its room's turn and answers it whatever happens. */
    void run(Call call) {
        try (var _ = call.room().takeTurn()) {
            if (!call.room().includes(call.caller())) {
                throw Refusal.because(Refusal.Code.NOT_CONNECTED, "This connection has left its session");
            }
            var method = methods.get(call.method());
            if (method == null) {
                call.fail(Frames.METHOD_NOT_FOUND, "There is no method '" + call.method() + "'");
                return;
            }
            method.run(call);
            call.succeed();
        } catch (Refusal e) {
            call.fail(e.code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("{} failed", call.method(), e);
            call.fail(INTERNAL_ERROR, "Internal error");
        }
    }

    private static void publish(Call call) throws Refusal {
        var streams = call.room().streams();
        var stream = streams.publish(call.caller(), options(call), call.offer("sdpOffer"));
        call.succeed(JsonNodeFactory.instance
                .objectNode()
                .put("sdpAnswer", streams.answer(stream))
                .put("id", stream.id())
                .put("createdAt", stream.createdAt()));
        streams.announce(call.caller(), stream);
    }

    private static MediaOptions options(Call call) throws Refusal {
        var hasAudio = call.flag("hasAudio");
        var hasVideo = call.flag("hasVideo");
        return new MediaOptions(
                hasAudio,
                hasVideo,
                hasAudio ? call.optional("audioActive").booleanValue(true) : null,
                hasVideo ? call.optional("videoActive").booleanValue(true) : null,
                hasVideo ? call.text("typeOfVideo", "CAMERA") : null,
                hasVideo ? call.optional("frameRate").intValue(-1) : null,
                hasVideo ? call.text("videoDimensions", "{}") : null);
    }

    private static void receive(Call call) throws Refusal {
        var answer = call.room().streams().subscribe(call.caller(), call.text("sender"), call.offer("sdpOffer"));
        call.succeed(JsonNodeFactory.instance.objectNode().put("sdpAnswer", answer));
    }

    private static void refuseToOffer(Call call) throws Refusal {
        throw Refusal.because(Refusal.Code.GENERIC, "This server only answers offers. Call receiveVideoFrom with one");
    }

    private static void reconnect(Call call) throws Refusal {
        var offer = call.offer(call.has("sdpOffer") ? "sdpOffer" : "sdpString");
        call.succeed(call.room().streams().reconnect(call.caller(), call.text("stream"), offer));
    }

    private static void changeStream(Call call) throws Refusal {
        call.room()
                .streams()
                .change(
                        call.caller(),
                        call.text("streamId"),
                        call.text("property"),
                        call.param("newValue"),
                        call.text("reason"));
    }

    private static void leave(Call call) {
        var room = call.room();
        var who = call.caller();
        room.leave(who, EndReason.DISCONNECT);
        call.succeed();
        call.left();
    }

    private static void forceDisconnect(Call call) throws Refusal {
        requireModerator(call, "force disconnect");
        var id = call.text("connectionId");
        var target = call.room()
                .find(id)
                .orElseThrow(() -> Refusal.because(
                        Refusal.Code.USER_NOT_FOUND,
                        "Unable to force disconnect. There is no connection '" + id + "'"));
        call.room().evict(target, EndReason.FORCE_DISCONNECT_BY_USER, call::succeed);
    }

    private static void forceUnpublish(Call call) throws Refusal {
        requireModerator(call, "force unpublish");
        var id = call.text("streamId");
        Participant owner = call.room()
                .streams()
                .ownerOf(id)
                .orElseThrow(() -> Refusal.because(
                        Refusal.Code.NOT_STREAMING, "Unable to force unpublish. There is no stream '" + id + "'"));
        call.succeed();
        call.room().streams().unpublish(owner, EndReason.FORCE_UNPUBLISH_BY_USER);
    }

    private static void refuseFilter(Call call) throws Refusal {
        requireModerator(call, "use filters");
        throw Refusal.because(Refusal.Code.NO_FILTER, "This media server has no filters");
    }

    private static void requireModerator(Call call, String action) throws Refusal {
        if (call.caller().role() != Role.MODERATOR) {
            throw Refusal.unauthorised(action);
        }
    }

    /** One method of the protocol. */
    private interface Method {
        void run(Call call) throws Refusal;
    }
}
