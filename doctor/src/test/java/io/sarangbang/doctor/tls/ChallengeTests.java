package io.sarangbang.doctor.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.wire.Trust;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 404})
    void nothingToFindIsTheRightAnswer(int status) {
        assertThat(judged(Fact.known(status))).isEqualTo(Verdict.fine());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 403, 421, 502})
    void anybodyElsesAnswerIsACause(int status) {
        assertThat(judged(Fact.known(status))).isInstanceOf(Verdict.Found.class);
    }

    @Test
    void silenceIsACause() {
        assertThat(judged(Fact.unknown("ConnectException"))).isInstanceOf(Verdict.Found.class);
    }

    private static Verdict judged(Fact<Integer> challenge) {
        return Certificates.challengeUnreachable(new TlsFacts(
                "rooms.example.kr",
                false,
                Fact.known(List.of()),
                Fact.known(true),
                Trust.only(List.of()),
                Instant.now(),
                challenge));
    }
}
