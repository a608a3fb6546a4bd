package io.sarangbang.doctor.settings;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What can be seen in the variables alone, before anything is started. */
public final class SettingsFeature {

    private SettingsFeature() {}

    public static Feature feature() {
        return new Feature(
                "settings",
                Set.of(View.SETTINGS, View.INSIDE),
                List.of(Probe.of(
                        SettingsFacts.class, inquiry -> new SettingsFacts(inquiry.installation(), Manual.variables()))),
                checks());
    }

    private static List<Check> checks() {
        return List.of(
                check("setting-invalid", Values::invalid),
                check("setting-unknown", Values::unknown),
                check("public-url-not-https", SiteAddress::notHttps).after("setting-invalid"),
                check("domain-left-at-localhost", SiteAddress::leftAtLocalhost).after("setting-invalid"),
                check("domain-and-url-differ", SiteAddress::domainAndUrlDiffer)
                        .after("setting-invalid", "domain-left-at-localhost"),
                check("public-port-differs", SiteAddress::portDiffers)
                        .after("setting-invalid", "public-url-not-https", "domain-left-at-localhost"),
                check("ports-collide", Values::portsCollide).after("setting-invalid"),
                check("public-ip-missing", SiteAddress::ipMissing).after("setting-invalid", "domain-left-at-localhost"),
                check("public-ip-private", SiteAddress::ipPrivate).after("setting-invalid", "public-ip-missing"),
                check("acme-email-missing", SiteAddress::emailMissing).after("setting-invalid"),
                check("openvidu-url-missing", Values::openViduUrlMissing).after("setting-invalid"),
                check("secret-weak", Secrets::weak),
                check("secret-shared", Secrets::shared).after("secret-weak"),
                check("provider-half-configured", SignIn::halfConfigured).after("setting-invalid"),
                check("no-provider-configured", SignIn::noneConfigured)
                        .after("setting-invalid", "provider-half-configured"),
                check("stand-ins-in-production", SignIn::standInsInProduction).after("setting-invalid"));
    }

    private static Check check(String code, Function<SettingsFacts, Verdict> examine) {
        return Check.on(SettingsFacts.class, code, examine);
    }
}
