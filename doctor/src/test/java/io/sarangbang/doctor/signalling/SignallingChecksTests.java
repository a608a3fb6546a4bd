package io.sarangbang.doctor.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.wire.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignallingChecksTests {

    private static final Fact<Reply> PLAIN = reply(401, "");
    private static final Fact<Boolean> NO_SOCKET = Fact.unknown("no WebSocket");

    @Test
    void aSocketThatAnswersAPingIsFine() {
        var facts = new SignallingFacts(reply(101, ""), PLAIN, Fact.known(true));

        assertThat(SignallingChecks.upgradeMissing(facts)).isEqualTo(Verdict.fine());
        assertThat(SignallingChecks.notRouted(facts)).isEqualTo(Verdict.fine());
    }

    @Test
    void whatOpenViduAnswersToAPlainRequestMeansThatTheHeaderGotLost() {
        assertThat(SignallingChecks.upgradeMissing(refused(reply(401, "")))).isInstanceOf(Verdict.Found.class);
    }

    @Test
    void thePageInsteadOfASocketMeansThatNobodyRoutesIt() {
        var facts = refused(reply(200, "<!doctype html>"));

        assertThat(SignallingChecks.upgradeMissing(facts)).isEqualTo(Verdict.fine());
        assertThat(SignallingChecks.notRouted(facts)).isInstanceOf(Verdict.Found.class);
    }

    @Test
    void aSocketOfSomebodyElseIsNotOpenVidu() {
        var facts = new SignallingFacts(reply(101, ""), PLAIN, Fact.known(false));
        assertThat(SignallingChecks.notRouted(facts)).isInstanceOf(Verdict.Found.class);
    }

    @Test
    void noConnectionAtAllIsNotJudgedHere() {
        var facts = refused(Fact.unknown("ConnectException: refused"));

        assertThat(SignallingChecks.upgradeMissing(facts)).isInstanceOf(Verdict.Unmeasured.class);
        assertThat(SignallingChecks.notRouted(facts)).isInstanceOf(Verdict.Unmeasured.class);
    }

    @Test
    void aSilentSocketThatIsCutTellsAfterHowLong() {
        assertThat(SignallingChecks.timeoutShort(new IdleFacts(Duration.ofSeconds(5), "without a word")))
                .isEqualTo(Verdict.found(Map.of("seconds", "5", "said", "without a word")));
        assertThat(SignallingChecks.timeoutShort(new IdleFacts(Duration.ofSeconds(11), "")))
                .isEqualTo(Verdict.fine());
    }

    private static SignallingFacts refused(Fact<Reply> handshake) {
        return new SignallingFacts(handshake, PLAIN, NO_SOCKET);
    }

    private static Fact<Reply> reply(int status, String body) {
        return Fact.known(new Reply(status, Map.of(), body.getBytes()));
    }
}
