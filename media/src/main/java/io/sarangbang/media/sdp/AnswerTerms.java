package io.sarangbang.media.sdp;

import java.util.List;

/**
 * What our side of a connection is, whatever the media.
 *
 * @param sessionId a number no other answer has
 * @param ufrag our ICE user name
 * @param password what checks to us must be signed with
 * @param fingerprint SHA-256 of our certificate
 * @param candidates where we can be reached, as candidate lines
 */
public record AnswerTerms(long sessionId, String ufrag, String password, String fingerprint, List<String> candidates) {

    public AnswerTerms {
        candidates = List.copyOf(candidates);
    }
}
