package io.sarangbang.doctor.turn;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.report.Feature;
import java.util.List;
import java.util.Set;

/** What is asked of the TURN server. */
public final class Turn {

    private Turn() {}

    public static Feature feature() {
        return new Feature("turn", Set.of(View.INSIDE), List.of(new TurnProbe()), TurnChecks.all());
    }
}
