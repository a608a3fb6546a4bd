package io.sarangbang.doctor.stun;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Questions and answers over one link. */
public final class StunExchange {

    private final StunLink link;
    private final Duration patience;

    public StunExchange(StunLink link, Duration patience) {
        this.link = link;
        this.patience = patience;
    }

    /** Asks, again and again where datagrams may get lost, and waits for the answer; empty when none came in time. */
    public Optional<StunMessage> ask(StunQuestion request) throws IOException {
        return await(request, message -> Optional.of(message).filter(request::isAnsweredBy));
    }

    /** Sends once and waits for nothing. */
    public void tell(StunQuestion message) throws IOException {
        link.send(message.toBytes());
    }

    /** Sends and waits until a message comes in which {@code wanted} finds what was waited for. */
    public <T> Optional<T> await(StunQuestion request, Function<StunMessage, Optional<T>> wanted) throws IOException {
        var bytes = request.toBytes();
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            link.send(bytes);
            long repeat = Math.min(end, System.nanoTime() + link.repeatAfter().toNanos());
            while (System.nanoTime() < repeat) {
                var found = link.receive(Duration.ofNanos(repeat - System.nanoTime()))
                        .flatMap(StunMessage::read)
                        .flatMap(wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
