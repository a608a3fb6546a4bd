package io.sarangbang.media.rtc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells signalling what becomes of a connection, in order, and never on the loop's thread: signalling may take its
 * time.
 */
final class StateTeller {

    private static final Logger LOG = LoggerFactory.getLogger(StateTeller.class);

    /** A browser checks every 2.5 s (Chromium) to 4 s (Firefox). */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Consumer<MediaState> listener;
    private final Executor executor;
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);
    private @Nullable MediaState last;
    private boolean connected;
    private long heardAt = System.nanoTime();

    StateTeller(Consumer<MediaState> listener, Executor executor) {
        this.listener = listener;
        this.executor = executor;
    }

    void tell(MediaState state) {
        if (state == last || last == MediaState.CLOSED) {
            return;
        }
        last = state;
        connected |= state == MediaState.CONNECTED;
        told = told.thenRunAsync(() -> listener.accept(state), executor)
                .exceptionally(failed -> complain(state, failed));
    }

    private static @Nullable Void complain(MediaState state, Throwable failed) {
        LOG.warn("Nobody could be told that a connection is {}", state, failed);
        return null;
    }

    /** A signed check came, so somebody is there, perhaps again. */
    void heard(long nowNanos) {
        heardAt = nowNanos;
        if (connected && last == MediaState.SILENT) {
            tell(MediaState.CONNECTED);
        }
    }

    void tick(long nowNanos) {
        if (nowNanos - heardAt > SILENCE_NANOS) {
            tell(MediaState.SILENT);
        }
    }
}
