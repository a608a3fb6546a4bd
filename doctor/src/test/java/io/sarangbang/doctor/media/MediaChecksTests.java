package io.sarangbang.doctor.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.report.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaChecksTests {

    private static final String OURS = "203.0.113.7";
    private static final IceServer UDP = new IceServer("turn:203.0.113.7:3478", "u", "c");
    private static final IceServer TLS = new IceServer("turns:turn.example.kr:443?transport=tcp", "u", "c");

    @Nested
    class Candidates {

        @Test
        void ofThePublicAddressAreWhatPeopleNeed() {
            assertThat(MediaChecks.candidatesPrivate(facts(OURS, udp(OURS, true), udp("172.18.0.4", true))))
                    .isEqualTo(Verdict.fine());
        }

        @Test
        void ofTheInsideOnlyLeaveEverybodyAlone() {
            assertThat(MediaChecks.candidatesPrivate(facts(OURS, udp("172.18.0.4", true))))
                    .isEqualTo(Verdict.found(Map.of("candidates", "172.18.0.4", "wanted", OURS)));
        }

        @Test
        void areMeantForTheLaptopOnALaptop() {
            assertThat(MediaChecks.candidatesPrivate(facts("127.0.0.1", udp("127.0.0.1", true))))
                    .isEqualTo(Verdict.fine());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"10.1.2.3", "192.168.0.9", "100.64.1.1", "127.0.0.1", "169.254.0.1", "fd00::1", "a.local"})
        void arePrivateWhereTheSettingsNameNoAddress(String address) {
            assertThat(MediaChecks.candidatesPrivate(facts("", udp(address, true))))
                    .isInstanceOf(Verdict.Found.class);
        }
    }

    @Nested
    class Udp {

        @Test
        void isBlockedWhereOnlyTcpAnswers() {
            assertThat(MediaChecks.udpBlocked(facts(OURS, udp(OURS, false), tcp(OURS, true))))
                    .isEqualTo(Verdict.found(Map.of("candidates", "203.0.113.7:40000", "tcp", "TCP")));
        }

        @Test
        void isBlockedWhereNothingAnswersAtAll() {
            assertThat(MediaChecks.udpBlocked(facts(OURS, udp(OURS, false), udp("172.18.0.4", false))))
                    .isInstanceOf(Verdict.Found.class);
        }

        @Test
        void isNotJudgedWhereTheNetworkDoesNotLeadBackHere() {
            var facts = facts(OURS, udp(OURS, false), tcp(OURS, false), udp("172.18.0.4", true));
            assertThat(MediaChecks.udpBlocked(facts)).isInstanceOf(Verdict.Unmeasured.class);
        }

        @Test
        void isFineWhereTheCheckIsAnswered() {
            assertThat(MediaChecks.udpBlocked(facts(OURS, udp(OURS, true)))).isEqualTo(Verdict.fine());
        }
    }

    @Nested
    class IceServers {

        @Test
        void areMissing() {
            assertThat(MediaChecks.iceServersMissing(told())).isInstanceOf(Verdict.Found.class);
            assertThat(MediaChecks.iceServersMissing(told(UDP))).isEqualTo(Verdict.fine());
        }

        @Test
        void lackTheOneThatPassesEveryFirewall() {
            assertThat(MediaChecks.turnOver443Missing(told(UDP))).isInstanceOf(Verdict.Found.class);
            assertThat(MediaChecks.turnOver443Missing(told(UDP, TLS))).isEqualTo(Verdict.fine());
        }

        @Test
        void areReadAsBrowsersReadThem() {
            assertThat(TLS.host()).isEqualTo("turn.example.kr");
            assertThat(TLS.port()).isEqualTo(443);
            assertThat(new IceServer("turn:[2001:db8::1]", "", "").port()).isEqualTo(3478);
            assertThat(new IceServer("stun:203.0.113.7:40000", "", "").isTurn()).isFalse();
        }

        private MediaFacts told(IceServer... servers) {
            return new MediaFacts(OURS, 443, List.of(), List.of(servers));
        }
    }

    @Test
    void anAnswerIsReadWithItsCandidates() {
        var answer = Answer.read("""
                v=0
                a=ice-ufrag:abcd
                a=ice-pwd:secretsecretsecretsecret
                a=candidate:1 1 udp 2130706431 203.0.113.7 40000 typ host
                a=candidate:2 1 tcp 1518280447 203.0.113.7 40000 typ host tcptype passive
                """);

        assertThat(answer.ufrag()).isEqualTo("abcd");
        assertThat(answer.udp()).containsExactly(new Candidate(false, OURS, 40_000, "host"));
        assertThat(answer.tcp()).containsExactly(new Candidate(true, OURS, 40_000, "host"));
        assertThat(answer.toString()).doesNotContain("secret");
    }

    private static MediaFacts facts(String publicAddress, Reached... reached) {
        return new MediaFacts(publicAddress, 443, Stream.of(reached).toList(), List.of(UDP, TLS));
    }

    private static Reached udp(String address, boolean answered) {
        return new Reached(new Candidate(false, address, 40_000, "host"), answered);
    }

    private static Reached tcp(String address, boolean answered) {
        return new Reached(new Candidate(true, address, 40_000, "host"), answered);
    }
}
