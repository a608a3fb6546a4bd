package io.sarangbang.doctor.stun;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A way to one server, by whatever transport. */
public interface StunLink extends AutoCloseable {

    void send(byte[] message) throws IOException;

    /** The next message; empty when none came in time. */
    Optional<byte[]> receive(Duration patience) throws IOException;

    /** How long to wait before sending again; longer than any patience where nothing gets lost. */
    Duration repeatAfter();

    @Override
    void close();
}
