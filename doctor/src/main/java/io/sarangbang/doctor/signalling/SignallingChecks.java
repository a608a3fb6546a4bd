package io.sarangbang.doctor.signalling;

import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.wire.Reply;
import java.util.List;
import java.util.Map;

/** Whether browsers get their WebSocket, and keep it. */
final class SignallingChecks {

    /** Causes by which nothing comes through at all; each is told where it is found. */
    private static final String[] NO_WAY_IN = {
        "public-url-not-https",
        "domain-left-at-localhost",
        "domain-and-url-differ",
        "domain-does-not-resolve",
        "domain-resolves-elsewhere",
        "https-unreachable",
        "certificate-self-signed",
        "certificate-chain-incomplete",
        "certificate-wrong-name",
        "certificate-expired",
        "certificate-refused",
        "openvidu-url-missing",
        "openvidu-url-localhost",
        "openvidu-wrong-scheme",
        "openvidu-unreachable"
    };

    private SignallingChecks() {}

    static List<Check> all() {
        return List.of(
                Check.on(SignallingFacts.class, "websocket-upgrade-missing", SignallingChecks::upgradeMissing)
                        .after(NO_WAY_IN),
                Check.on(SignallingFacts.class, "websocket-not-routed", SignallingChecks::notRouted)
                        .after("websocket-upgrade-missing"),
                Check.on(IdleFacts.class, "proxy-timeout-short", SignallingChecks::timeoutShort)
                        .after("websocket-not-routed"));
    }

    static Verdict upgradeMissing(SignallingFacts facts) {
        return facts.handshake()
                .either(
                        reply -> Verdict.foundIf(
                                reply.status() == 426 || facts.isAnsweredAsIfNotAsked(reply), params(reply)),
                        Verdict::unmeasured);
    }

    static Verdict notRouted(SignallingFacts facts) {
        return facts.handshake().either(reply -> notRouted(facts, reply), Verdict::unmeasured);
    }

    /** 101 alone proves nothing: whoever answers must be OpenVidu. */
    private static Verdict notRouted(SignallingFacts facts, Reply reply) {
        if (reply.status() != SignallingFacts.SWITCHED) {
            return Verdict.found(params(reply));
        }
        return facts.pong()
                .either(
                        pong -> Verdict.foundIf(!pong, Map.of("said", "101, but no pong")),
                        why -> Verdict.found(Map.of("said", "101, " + why)));
    }

    static Verdict timeoutShort(IdleFacts facts) {
        return Verdict.foundIf(
                !facts.ended().isEmpty(),
                Map.of("seconds", String.valueOf(facts.lasted().toSeconds()), "said", facts.ended()));
    }

    private static Map<String, String> params(Reply reply) {
        return Map.of("said", "HTTP " + reply.status());
    }
}
