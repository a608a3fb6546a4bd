package io.sarangbang.media;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until something is so, and fails when it does not become so. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Eventually() {}

    static void holds(String what, BooleanSupplier condition) {
        holds(() -> what, condition);
    }

    static void holds(Supplier<String> what, BooleanSupplier condition) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Still not so after " + PATIENCE.toSeconds() + " s: " + what.get());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
