package io.sarangbang.doctor.signalling;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.openvidu.OpenViduApi;
import io.sarangbang.doctor.wire.Reply;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;

/** Does what a browser does first: handshake and ping. */
final class SignallingProbe implements Probe<SignallingFacts> {

    @Override
    public Class<SignallingFacts> facts() {
        return SignallingFacts.class;
    }

    @Override
    public SignallingFacts ask(Inquiry inquiry) {
        var installation = inquiry.installation();
        var plain = withoutUpgrade(installation);
        try (var conversation = Conversation.open(installation, "doctor")) {
            var pong = tried(conversation::ping);
            return new SignallingFacts(Fact.known(SignallingFacts.switched()), plain, pong);
        } catch (WebSocket.Refused e) {
            return refused(Fact.known(e.reply()), plain);
        } catch (IOException e) {
            return refused(Fact.unknown(said(e)), plain);
        }
    }

    private static SignallingFacts refused(Fact<Reply> handshake, Fact<Reply> plain) {
        return new SignallingFacts(handshake, plain, Fact.unknown("no WebSocket"));
    }

    private static Fact<Reply> withoutUpgrade(Installation installation) {
        if (installation.view() != Installation.View.INSIDE) {
            return Fact.unknown("OpenVidu itself is met inside only");
        }
        var uri = OpenViduApi.of(installation).address("/openvidu?sessionId=doctor");
        return tried(() -> new Wire(installation).get(uri));
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> Fact<T> tried(Question<T> question) {
        try {
            return Fact.known(question.ask());
        } catch (IOException e) {
            return Fact.unknown(said(e));
        }
    }

    private static String said(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
