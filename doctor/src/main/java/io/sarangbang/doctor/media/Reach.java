package io.sarangbang.doctor.media;

import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.stun.StreamLink;
import io.sarangbang.doctor.stun.StunExchange;
import io.sarangbang.doctor.stun.StunLink;
import io.sarangbang.doctor.stun.StunQuestion;
import io.sarangbang.doctor.stun.UdpLink;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.time.Duration;

/** Whether connectivity checks to a candidate are answered, from here. */
final class Reach {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Installation installation;
    private final Answer answer;

    Reach(Installation installation, Answer answer) {
        this.installation = installation;
        this.answer = answer;
    }

    Reached to(Candidate candidate) {
        var check = StunQuestion.connectivityCheck(answer.ufrag(), answer.password(), PracticeCall.UFRAG);
        try (var link = link(candidate)) {
            return new Reached(
                    candidate, new StunExchange(link, PATIENCE).ask(check).isPresent());
        } catch (IOException closed) {
            return new Reached(candidate, false);
        }
    }

    private StunLink link(Candidate candidate) throws IOException {
        return candidate.tcp()
                ? StreamLink.candidate(new Wire(installation).tcp(candidate.address(), candidate.port()))
                : UdpLink.to(installation.way(candidate.address(), candidate.port()));
    }
}
