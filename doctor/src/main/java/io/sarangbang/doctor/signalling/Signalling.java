package io.sarangbang.doctor.signalling;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.report.Feature;
import java.util.List;
import java.util.Set;

/** What is asked of the way that browsers' WebSockets take. */
public final class Signalling {

    private Signalling() {}

    public static Feature feature() {
        return new Feature(
                "signalling",
                Set.of(View.INSIDE, View.OUTSIDE),
                List.of(new SignallingProbe(), new IdleProbe()),
                SignallingChecks.all());
    }
}
