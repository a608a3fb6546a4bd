package io.sarangbang.doctor.settings;

import static io.sarangbang.doctor.fact.Installation.leadsHere;

import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.report.Verdict;
import java.util.Map;
import java.util.regex.Pattern;

/** Under which name and address people reach the site. */
final class SiteAddress {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?i).*@example\\.(com|org|net|kr)");

    private SiteAddress() {}

    /** On the machine itself a browser trusts plain http, too. */
    static Verdict notHttps(SettingsFacts facts) {
        var url = facts.installation().publicUrl();
        var plain = !"https".equals(url.getScheme());
        var alone = facts.value("TLS", "local").equals("off")
                && facts.installation().isLaptop()
                && !facts.isPublic();
        return Verdict.foundIf(plain && !alone, Map.of("url", url.toString()));
    }

    static Verdict leftAtLocalhost(SettingsFacts facts) {
        var domain = domain(facts);
        var host = facts.installation().host();
        var left = facts.isPublic() ? leadsHere(domain) || leadsHere(host) : leadsHere(domain) != leadsHere(host);
        return Verdict.foundIf(left, both(facts));
    }

    static Verdict domainAndUrlDiffer(SettingsFacts facts) {
        return Verdict.foundIf(
                !domain(facts).equalsIgnoreCase(facts.installation().host()), both(facts));
    }

    /** nginx is published there, and the media server names it in its tokens. */
    static Verdict portDiffers(SettingsFacts facts) {
        var published = facts.value("HTTPS_PORT", "443");
        var url = facts.installation().publicUrl();
        return Verdict.foundIf(
                "https".equals(url.getScheme())
                        && !published.equals(String.valueOf(facts.installation().httpsPort())),
                Map.of("url", url.toString(), "port", published));
    }

    static Verdict ipMissing(SettingsFacts facts) {
        var needed = facts.isPublic() || !facts.installation().isLaptop();
        return Verdict.foundIf(needed && facts.value("PUBLIC_IP").isEmpty(), Map.of());
    }

    static Verdict ipPrivate(SettingsFacts facts) {
        var ip = facts.value("PUBLIC_IP", "");
        return Verdict.foundIf(
                facts.isProduction() && !ip.isEmpty() && Installation.isPrivateAddress(ip), Map.of("ip", ip));
    }

    static Verdict emailMissing(SettingsFacts facts) {
        var email = facts.value("ACME_EMAIL", "");
        var unusable = email.isEmpty() || PLACEHOLDER.matcher(email).matches();
        return Verdict.foundIf(facts.value("TLS", "local").equals("acme") && unusable, Map.of("email", email));
    }

    private static String domain(SettingsFacts facts) {
        return facts.value("DOMAIN", "localhost");
    }

    private static Map<String, String> both(SettingsFacts facts) {
        return Map.of(
                "domain",
                domain(facts),
                "url",
                facts.installation().publicUrl().toString(),
                "environment",
                facts.value("ENVIRONMENT", "laptop"));
    }
}
