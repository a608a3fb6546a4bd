package io.sarangbang.doctor.media;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.report.Feature;
import java.util.List;
import java.util.Set;

/** What is asked of the way that pictures and voices take. */
public final class Media {

    private Media() {}

    public static Feature feature() {
        return new Feature("media", Set.of(View.INSIDE), List.of(new MediaProbe()), MediaChecks.all());
    }
}
