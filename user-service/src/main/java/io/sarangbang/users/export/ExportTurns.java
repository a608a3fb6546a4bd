package io.sarangbang.users.export;

import io.sarangbang.defaults.problem.ServiceUnavailable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Keeps exports from crowding out everything else on a small machine. */
@Component
class ExportTurns {

    private final Semaphore turns;
    private final ExportSettings settings;

    ExportTurns(ExportSettings settings) {
        this.turns = new Semaphore(settings.atOnce(), true);
        this.settings = settings;
    }

    Turn take() throws InterruptedException {
        if (!turns.tryAcquire(settings.queue().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ServiceUnavailable("user-service", "Too many exports are being made at once.");
        }
        return turns::release;
    }

    /** Is over when it is closed. */
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
