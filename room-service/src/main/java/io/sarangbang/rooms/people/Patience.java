package io.sarangbang.rooms.people;

import io.sarangbang.defaults.problem.ServiceUnavailable;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long somebody waits for work that is done in steps. */
public final class Patience {

    private final long end;

    private Patience(long end) {
        this.end = end;
    }

    public static Patience of(Duration time) {
        return new Patience(System.nanoTime() + time.toNanos());
    }

    /** @throws ServiceUnavailable once it is at its end */
    public void check() {
        if (System.nanoTime() - end > 0) {
            throw new ServiceUnavailable("room-service", "There is more to forget; asked again, it goes on.");
        }
    }

    /** @param step says whether there may be another one */
    public void repeat(BooleanSupplier step) {
        do {
            check();
        } while (step.getAsBoolean());
    }
}
