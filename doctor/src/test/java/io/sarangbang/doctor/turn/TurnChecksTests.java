package io.sarangbang.doctor.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.turn.Attempt.NoAnswer;
import io.sarangbang.doctor.turn.Attempt.Refused;
import io.sarangbang.doctor.turn.Attempt.Relayed;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnChecksTests {

    private static final Attempt WORKS = new Relayed("172.18.0.9:50000", true);
    private static final Attempt LEADS_NOWHERE = new Relayed("172.18.0.9:50000", false);
    private static final Attempt SILENT = new NoAnswer("SocketTimeoutException: connect timed out");

    @Test
    void aServerThatAnswersInNoWayIsOneCause() {
        var facts = facts(SILENT, SILENT, SILENT);
        assertThat(TurnChecks.unreachable(facts)).isInstanceOf(Verdict.Found.class);
    }

    @Test
    void eachWayIsJudgedByItself() {
        var facts = facts(WORKS, SILENT, WORKS);

        assertThat(TurnChecks.unreachable(facts)).isEqualTo(Verdict.fine());
        assertThat(TurnChecks.closed(facts, Way.UDP)).isEqualTo(Verdict.fine());
        assertThat(TurnChecks.closed(facts, Way.TCP)).isInstanceOf(Verdict.Found.class);
        assertThat(TurnChecks.closed(facts, Way.TLS)).isEqualTo(Verdict.fine());
    }

    @Test
    void aRefusalIsAnAnswer() {
        var facts = facts(new Refused(401), new Refused(401), SILENT);

        assertThat(TurnChecks.closed(facts, Way.UDP)).isEqualTo(Verdict.fine());
        assertThat(TurnChecks.wrongSecret(facts)).isEqualTo(Verdict.found(Map.of("code", "401")));
    }

    @Test
    void aFullServerHasNoWrongSecret() {
        assertThat(TurnChecks.wrongSecret(facts(new Refused(486), WORKS, WORKS)))
                .isInstanceOf(Verdict.Unmeasured.class);
    }

    @Test
    void aRelayIsGoodWhenMediaAnswersThroughIt() {
        assertThat(TurnChecks.cannotReachMedia(facts(SILENT, WORKS, LEADS_NOWHERE)))
                .isEqualTo(Verdict.fine());
        assertThat(TurnChecks.cannotReachMedia(facts(LEADS_NOWHERE, LEADS_NOWHERE, LEADS_NOWHERE)))
                .isInstanceOf(Verdict.Found.class);
        assertThat(TurnChecks.cannotReachMedia(facts(SILENT, SILENT, new Refused(401))))
                .isInstanceOf(Verdict.Unmeasured.class);
    }

    @Test
    void whatBrowsersAreNotToldOfIsNotMeasured() {
        var facts = new TurnFacts(Map.of(), Map.of());

        assertThat(TurnChecks.unreachable(facts)).isInstanceOf(Verdict.Unmeasured.class);
        assertThat(TurnChecks.closed(facts, Way.TLS)).isInstanceOf(Verdict.Unmeasured.class);
    }

    private static TurnFacts facts(Attempt udp, Attempt tcp, Attempt tls) {
        var attempts = Map.of(Way.UDP, udp, Way.TCP, tcp, Way.TLS, tls);
        var servers = new HashMap<Way, String>();
        attempts.keySet().forEach(way -> servers.put(way, "turn:203.0.113.7:3478"));
        return new TurnFacts(servers, attempts);
    }
}
