package io.sarangbang.standin.knobs;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The knobs that are turned.
 *
 * @param on those turned
 * @param delaySeconds how slow {@link Knob#SLOW} is
 * @param at where slowness and breakdowns take effect
 */
public record Knobs(Set<Knob> on, @Nullable Integer delaySeconds, Set<Place> at) {

    public static final Knobs NONE = new Knobs(Set.of(), null, Set.of());

    private static final int LONGEST_DELAY = 60;
    private static final int USUAL_DELAY = 5;

    public Knobs {
        on = on == null ? Set.of() : Set.copyOf(on);
        at = at == null ? Set.of() : Set.copyOf(at);
        if (delaySeconds != null && (delaySeconds < 0 || delaySeconds > LONGEST_DELAY)) {
            throw new IllegalArgumentException("delaySeconds is 0 to " + LONGEST_DELAY);
        }
    }

    public static Knobs of(Collection<Knob> on) {
        return new Knobs(Set.copyOf(on), null, Set.of());
    }

    public boolean has(Knob knob) {
        return on.contains(knob);
    }

    /** Whether a knob about slowness or breakdown is on and meant for this place; no place named means every place. */
    public boolean has(Knob knob, Place place) {
        return has(knob) && (at.isEmpty() || at.contains(place));
    }

    public int delay() {
        return delaySeconds == null ? USUAL_DELAY : delaySeconds;
    }

    /** What is turned here or there. */
    public Knobs and(Knobs other) {
        var both = EnumSet.noneOf(Knob.class);
        both.addAll(on);
        both.addAll(other.on);
        var places = EnumSet.noneOf(Place.class);
        places.addAll(at);
        places.addAll(other.at);
        return new Knobs(both, other.delaySeconds == null ? delaySeconds : other.delaySeconds, places);
    }
}
