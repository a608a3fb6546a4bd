package io.sarangbang.doctor.media;

import java.util.List;
import java.util.Optional;

/**
 * What the media server answered to an offer.
 *
 * @param ufrag its name in connectivity checks
 * @param password what they are signed with
 */
public record Answer(String ufrag, String password, List<Candidate> candidates) {

    public Answer {
        candidates = List.copyOf(candidates);
    }

    static Answer read(String sdp) {
        return new Answer(
                first(sdp, "a=ice-ufrag:"),
                first(sdp, "a=ice-pwd:"),
                sdp.lines()
                        .filter(line -> line.startsWith("a=candidate:"))
                        .map(Candidate::read)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
    }

    /** The same with candidates that were told later. */
    Answer with(List<Candidate> more) {
        var all = java.util.stream.Stream.concat(candidates.stream(), more.stream());
        return new Answer(ufrag, password, all.distinct().toList());
    }

    public List<Candidate> udp() {
        return candidates.stream().filter(it -> !it.tcp()).toList();
    }

    public List<Candidate> tcp() {
        return candidates.stream().filter(Candidate::tcp).toList();
    }

    private static String first(String sdp, String prefix) {
        return sdp.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "an answer with " + candidates;
    }
}
