package io.sarangbang.doctor.signalling;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.wire.Reply;
import java.util.Map;

/**
 * What a browser's handshake meets.
 *
 * @param handshake 101 or another answer, by the public address
 * @param withoutUpgrade what OpenVidu itself answers when nobody asks for a WebSocket
 * @param pong whether the first ping was answered
 */
record SignallingFacts(Fact<Reply> handshake, Fact<Reply> withoutUpgrade, Fact<Boolean> pong) {

    static final int SWITCHED = 101;

    static Reply switched() {
        return new Reply(SWITCHED, Map.of(), new byte[0]);
    }

    /** Whether the answer is OpenVidu's own to a question that lost its Upgrade header on the way. */
    boolean isAnsweredAsIfNotAsked(Reply reply) {
        return withoutUpgrade.either(plain -> isSame(reply, plain), _ -> false);
    }

    private static boolean isSame(Reply one, Reply other) {
        return one.status() == other.status() && one.text().equals(other.text());
    }
}
