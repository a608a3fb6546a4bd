package io.sarangbang.media.rpc;

import io.sarangbang.media.session.Participant;
import io.sarangbang.media.session.Refusal;
import io.sarangbang.media.session.Room;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One request of somebody who is in a room, to be answered exactly once. Used during that room's turn. */
final class Call {

    private final Request request;
    private final RpcSession session;
    private boolean answered;

    Call(Request request, RpcSession session) {
        this.request = request;
        this.session = session;
    }

    Room room() {
        return session.room();
    }

    Participant caller() {
        return session.participant();
    }

    void succeed() {
        succeed(JsonNodeFactory.instance.objectNode());
    }

    /** Sends the result; does nothing the second time, so a handler that has answered early needs no care. */
    void succeed(ObjectNode result) {
        if (!answered) {
            answered = true;
            session.send(Frames.result(request.id(), result.put("sessionId", session.id())));
        }
    }

    void fail(int code, String message) {
        if (!answered) {
            answered = true;
            session.send(Frames.error(request.id(), code, message));
        }
    }

    /** The caller is out, by its own wish. */
    void left() {
        session.ended();
    }

    /** The offer that the request brings, unless there have been more than anybody needs. */
    String offer(String name) throws Refusal {
        if (!session.mayOffer()) {
            throw Refusal.because(Refusal.Code.GENERIC, "Too many SDP offers");
        }
        return text(name);
    }

    String method() {
        return request.method();
    }

    String text(String name) throws Refusal {
        var value = request.params().get(name);
        if (value == null || !value.isString()) {
            throw missing(name);
        }
        return value.stringValue();
    }

    String text(String name, String otherwise) {
        return request.params().path(name).stringValue(otherwise);
    }

    boolean flag(String name) throws Refusal {
        var value = request.params().get(name);
        if (value == null || !value.isBoolean()) {
            throw missing(name);
        }
        return value.booleanValue();
    }

    JsonNode param(String name) throws Refusal {
        var value = request.params().get(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    boolean has(String name) {
        return request.params().has(name);
    }

    JsonNode optional(String name) {
        return request.params().path(name);
    }

    private Refusal missing(String name) {
        return Refusal.because(
                Refusal.Code.GENERIC,
                "Request element '" + name + "' is missing or of a wrong type in method '" + request.method() + "'");
    }
}
