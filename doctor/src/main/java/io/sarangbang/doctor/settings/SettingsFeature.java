package io.sarangbang.doctor.settings;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be seen in the variables alone. */
public final class SettingsFeature {

    private SettingsFeature() {}

    public static Feature feature() {
        return new Feature(
                "settings",
                Set.of(View.SETTINGS, View.INSIDE),
                List.of(Probe.of(SettingsFacts.class, inquiry -> new SettingsFacts(inquiry.installation()))),
                List.of(Check.on(SettingsFacts.class, "public-url-not-https", SettingsFeature::publicUrlNotHttps)));
    }

    private static Verdict publicUrlNotHttps(SettingsFacts facts) {
        var url = facts.installation().publicUrl();
        return Verdict.foundIf(!"https".equals(url.getScheme()), Map.of("url", url.toString()));
    }
}
