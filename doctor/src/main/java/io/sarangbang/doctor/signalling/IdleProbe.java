package io.sarangbang.doctor.signalling;

import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Probe;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Keeps one socket silent for twice as long as a browser ever is, beside everything else that is asked. */
final class IdleProbe implements Probe<IdleFacts> {

    /** Browsers ping every 5 s; OpenVidu itself ends a silent socket after 15. */
    private static final Duration SILENCE = Duration.ofSeconds(11);

    @Override
    public Class<IdleFacts> facts() {
        return IdleFacts.class;
    }

    @Override
    public IdleFacts ask(Inquiry inquiry) throws IOException {
        try (var conversation = Conversation.open(inquiry.installation(), "doctor")) {
            var start = Instant.now();
            try {
                conversation.stayIdle(SILENCE);
                conversation.ping();
                return new IdleFacts(SILENCE, "");
            } catch (IOException e) {
                return new IdleFacts(Duration.between(start, Instant.now()), String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public Duration limit(Inquiry inquiry) {
        return SILENCE.plusSeconds(9);
    }
}
