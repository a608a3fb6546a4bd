package io.sarangbang.doctor.turn;

import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.turn.Attempt.NoAnswer;
import io.sarangbang.doctor.turn.Attempt.Refused;
import io.sarangbang.doctor.turn.Attempt.Relayed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether those get through whose network lets little out. */
final class TurnChecks {

    private TurnChecks() {}

    static List<Check> all() {
        return List.of(
                Check.on(TurnFacts.class, "turn-unreachable", TurnChecks::unreachable)
                        .after("ice-servers-missing"),
                Check.on(TurnFacts.class, "turn-udp-closed", facts -> closed(facts, Way.UDP))
                        .after("turn-unreachable", "udp-blocked"),
                Check.on(TurnFacts.class, "turn-tcp-closed", facts -> closed(facts, Way.TCP))
                        .after("turn-unreachable"),
                Check.on(TurnFacts.class, "turn-tls-closed", facts -> closed(facts, Way.TLS))
                        .after(
                                "turn-unreachable",
                                "turn-over-443-missing",
                                "https-unreachable",
                                "certificate-self-signed",
                                "certificate-chain-incomplete",
                                "certificate-wrong-name",
                                "certificate-expired",
                                "certificate-refused"),
                Check.on(TurnFacts.class, "turn-wrong-secret", TurnChecks::wrongSecret)
                        .after("turn-unreachable", "clock-skewed"),
                Check.on(TurnFacts.class, "turn-cannot-reach-media", TurnChecks::cannotReachMedia)
                        .after("turn-wrong-secret", "candidates-private", "udp-blocked"));
    }

    static Verdict unreachable(TurnFacts facts) {
        if (facts.attempts().isEmpty()) {
            return Verdict.unmeasured("browsers are told of no TURN server");
        }
        var nowhere = facts.attempts().values().stream().allMatch(NoAnswer.class::isInstance);
        return Verdict.foundIf(
                nowhere, Map.of("servers", String.join(", ", facts.server().values())));
    }

    static Verdict closed(TurnFacts facts, Way way) {
        if (!facts.isTried(way)) {
            return Verdict.unmeasured("browsers are told of no TURN server to be tried over " + way);
        }
        return facts.became(way, NoAnswer.class)
                .map(it -> Verdict.found(Map.of("server", server(facts, way), "said", it.why())))
                .orElseGet(Verdict::fine);
    }

    static Verdict wrongSecret(TurnFacts facts) {
        var refused = Stream.of(Way.values())
                .flatMap(way -> facts.became(way, Refused.class).stream())
                .toList();
        if (refused.stream().anyMatch(Refused::isWrongSecret)) {
            return Verdict.found(
                    Map.of("code", String.valueOf(refused.getFirst().code())));
        }
        return refused.isEmpty() ? Verdict.fine() : Verdict.unmeasured("a relay was refused: " + refused);
    }

    static Verdict cannotReachMedia(TurnFacts facts) {
        var relays = Stream.of(Way.values())
                .flatMap(way -> facts.became(way, Relayed.class).stream())
                .toList();
        if (relays.isEmpty()) {
            return Verdict.unmeasured("there was no relay to try");
        }
        return Verdict.foundIf(
                relays.stream().noneMatch(Relayed::reachesMedia),
                Map.of("relay", relays.getFirst().relayed()));
    }

    private static String server(TurnFacts facts, Way way) {
        return facts.server().getOrDefault(way, "");
    }
}
