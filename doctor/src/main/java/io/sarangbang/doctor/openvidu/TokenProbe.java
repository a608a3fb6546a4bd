package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Probe;
import java.io.IOException;

/** Makes a session and a connection, as for a guest, and takes them back. */
final class TokenProbe implements Probe<TokenFacts> {

    @Override
    public Class<TokenFacts> facts() {
        return TokenFacts.class;
    }

    @Override
    public TokenFacts ask(Inquiry inquiry) throws IOException {
        try (var session = PracticeSession.open(OpenViduApi.of(inquiry.installation()))) {
            return new TokenFacts(session.token(), inquiry.installation().publicUrl());
        }
    }
}
