package io.sarangbang.doctor.media;

import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Verdict;
import java.util.List;
import java.util.Map;

/** Whether media finds its way: where everything looks right and nobody is seen, it is here. */
final class MediaChecks {

    private static final String[] NO_CALL = {"websocket-not-routed", "openvidu-wrong-secret"};

    private MediaChecks() {}

    static List<Check> all() {
        return List.of(
                Check.on(MediaFacts.class, "candidates-private", MediaChecks::candidatesPrivate)
                        .after(
                                "websocket-not-routed",
                                "openvidu-wrong-secret",
                                "public-ip-missing",
                                "public-ip-private"),
                Check.on(MediaFacts.class, "udp-blocked", MediaChecks::udpBlocked)
                        .after("candidates-private"),
                Check.on(MediaFacts.class, "ice-servers-missing", MediaChecks::iceServersMissing)
                        .after(NO_CALL),
                Check.on(MediaFacts.class, "turn-over-443-missing", MediaChecks::turnOver443Missing)
                        .after("ice-servers-missing"));
    }

    static Verdict candidatesPrivate(MediaFacts facts) {
        var wanted = facts.publicAddress().isEmpty() ? "PUBLIC_IP" : facts.publicAddress();
        return Verdict.foundIf(
                facts.forPeople().isEmpty(),
                Map.of("candidates", Candidate.shown(facts.candidates()), "wanted", wanted));
    }

    /**
     * The public address is asked from inside. Where it answers neither way but the server's own one does, the network
     * may only not lead back here, and that proves nothing.
     */
    static Verdict udpBlocked(MediaFacts facts) {
        var forPeople = facts.forPeople();
        if (MediaFacts.anyAnswers(forPeople, false)) {
            return Verdict.fine();
        }
        if (!MediaFacts.anyAnswers(forPeople, true) && MediaFacts.anyAnswers(facts.reached(), false)) {
            return Verdict.unmeasured("from inside, " + shown(forPeople)
                    + " answers neither over UDP nor over TCP; try the connection test in the web app from outside");
        }
        return Verdict.found(
                Map.of("candidates", shown(forPeople), "tcp", MediaFacts.anyAnswers(forPeople, true) ? "TCP" : "-"));
    }

    static Verdict iceServersMissing(MediaFacts facts) {
        return Verdict.foundIf(facts.iceServers().isEmpty(), Map.of());
    }

    static Verdict turnOver443Missing(MediaFacts facts) {
        var there =
                facts.iceServers().stream().anyMatch(it -> it.isTurn() && it.isTls() && it.port() == facts.httpsPort());
        return Verdict.foundIf(
                !there,
                Map.of(
                        "servers", facts.iceServers().toString(),
                        "port", String.valueOf(facts.httpsPort())));
    }

    private static String shown(List<Reached> reached) {
        return reached.stream()
                .map(it -> it.candidate().address() + ":" + it.candidate().port())
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("-");
    }
}
