package io.sarangbang.doctor.media;

import java.util.List;

/**
 * Where the media server says that media goes.
 *
 * @param publicAddress where it should say so; empty when the settings don't tell
 * @param httpsPort where TURN over TLS gets through every firewall
 * @param reached each candidate, and whether it answered from here
 */
record MediaFacts(String publicAddress, int httpsPort, List<Reached> reached, List<IceServer> iceServers) {

    MediaFacts {
        reached = List.copyOf(reached);
        iceServers = List.copyOf(iceServers);
    }

    List<Candidate> candidates() {
        return reached.stream().map(Reached::candidate).toList();
    }

    /** Those that people use. */
    List<Reached> forPeople() {
        return reached.stream().filter(it -> isForPeople(it.candidate())).toList();
    }

    private boolean isForPeople(Candidate candidate) {
        return publicAddress.isEmpty()
                ? candidate.isPublic()
                : candidate.address().equals(publicAddress);
    }

    static boolean anyAnswers(List<Reached> some, boolean tcp) {
        return some.stream().anyMatch(it -> it.candidate().tcp() == tcp && it.answered());
    }
}
