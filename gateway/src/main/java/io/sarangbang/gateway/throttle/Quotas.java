package io.sarangbang.gateway.throttle;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Counts what has been asked. */
interface Quotas {

    /** Counts one; how long to wait where none is left, and then nothing is counted. */
    Mono<Duration> take(Quota quota);

    /** The same without counting. */
    Mono<Duration> look(Quota quota);
}
