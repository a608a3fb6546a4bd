package io.sarangbang.gateway.revocation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that keeps asking; begins before the first request comes and ends after the last. */
@Component
class RevocationFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RevocationFeed.class);

    private final Revocations revocations;
    private final RevocationSettings settings;
    private @Nullable Turn turn;

    RevocationFeed(Revocations revocations, RevocationSettings settings) {
        this.revocations = revocations;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (turn == null) {
            turn = new Turn();
            turn.begin();
        }
    }

    @Override
    public synchronized void stop() {
        if (turn != null) {
            turn.end();
            turn = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return turn != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /** From a start to a stop. */
    private final class Turn {

        private final CountDownLatch over = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().name("revocations").daemon().unstarted(this::ask);

        void begin() {
            thread.start();
        }

        void end() {
            over.countDown();
            thread.interrupt();
        }

        private void ask() {
            try {
                do {
                    askOnce();
                } while (!over.await(settings.interval().toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // over
            }
        }

        /** Whatever goes wrong, the next time may do; were this thread to end, no session would end here any more. */
        private void askOnce() {
            try {
                revocations.pull();
            } catch (RuntimeException | Error e) {
                log.error("asking for ended sessions failed", e);
            }
        }
    }
}
