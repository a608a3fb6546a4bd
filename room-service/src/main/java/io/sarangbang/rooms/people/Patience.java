package io.sarangbang.rooms.people;

import io.sarangbang.defaults.problem.ServiceUnavailable;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long somebody waits for work that is done in steps. */
public final class Patience {

    private final long end;
    private boolean exhausted;

    private Patience(long end) {
        this.end = end;
    }

    public static Patience of(Duration time) {
        return new Patience(System.nanoTime() + time.toNanos());
    }

    /**
     * Asked after each step that did something, never before one: so every call gets further, however slow the machine is.
     *
     * @throws ServiceUnavailable once it is at its end
     */
    public void check() {
        if (System.nanoTime() - end > 0) {
            exhausted = true;
            throw new ServiceUnavailable("room-service", "There is more to forget; asked again, it goes on.");
        }
    }

    /** @param step says whether it found anything to do */
    public void repeat(BooleanSupplier step) {
        while (step.getAsBoolean()) {
            check();
        }
    }

    /** Whether a check has failed: then nothing more is begun. */
    boolean isExhausted() {
        return exhausted;
    }
}
