package io.sarangbang.doctor.openvidu;

import static io.sarangbang.doctor.openvidu.OpenViduFacts.answers;

import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether room-service and OpenVidu understand each other. */
final class OpenViduChecks {

    /** What our clients, in Java and in the browser, are. */
    static final int OUR_MINOR = 32;

    private static final Pattern VERSION = Pattern.compile("2\\.(\\d+)\\..*");
    private static final String DEFAULT_SECRET = "MY_SECRET";

    private OpenViduChecks() {}

    static List<Check> all() {
        return List.of(
                Check.on(OpenViduFacts.class, "openvidu-url-localhost", OpenViduChecks::urlLeadsNowhere),
                Check.on(OpenViduFacts.class, "openvidu-wrong-scheme", OpenViduChecks::wrongScheme)
                        .after("openvidu-url-localhost"),
                Check.on(OpenViduFacts.class, "openvidu-unreachable", OpenViduChecks::unreachable)
                        .after("openvidu-url-missing", "openvidu-url-localhost", "openvidu-wrong-scheme"),
                Check.on(OpenViduFacts.class, "openvidu-default-secret", OpenViduChecks::defaultSecret),
                Check.on(OpenViduFacts.class, "openvidu-wrong-secret", OpenViduChecks::wrongSecret)
                        .after("openvidu-unreachable", "openvidu-default-secret"),
                Check.on(OpenViduFacts.class, "openvidu-version-skew", OpenViduChecks::versionSkew)
                        .after("openvidu-wrong-secret"));
    }

    static Verdict urlLeadsNowhere(OpenViduFacts facts) {
        return Verdict.foundIf(Installation.leadsHere(host(facts.url())), Map.of("url", facts.url()));
    }

    static Verdict wrongScheme(OpenViduFacts facts) {
        return Verdict.foundIf(
                !answers(facts.publicUrl()) && answers(facts.otherScheme()),
                Map.of("url", facts.url(), "answers", OpenViduFacts.otherwise(facts.url())));
    }

    static Verdict unreachable(OpenViduFacts facts) {
        return facts.publicUrl()
                .either(
                        reply -> Verdict.foundIf(
                                reply.status() != 200, Map.of("url", facts.url(), "said", "HTTP " + reply.status())),
                        why -> Verdict.found(Map.of("url", facts.url(), "said", why)));
    }

    static Verdict defaultSecret(OpenViduFacts facts) {
        return Verdict.foundIf(facts.secret().equals(DEFAULT_SECRET), Map.of());
    }

    /** Also where the challenge is missing: the Java client then never shows the secret that it has. */
    static Verdict wrongSecret(OpenViduFacts facts) {
        return facts.config()
                .either(
                        reply -> switch (reply.status()) {
                            case 200 -> Verdict.fine();
                            case 401, 403 -> Verdict.found(Map.of("status", String.valueOf(reply.status())));
                            default -> Verdict.unmeasured("/openvidu/api/config answered " + reply.status());
                        },
                        Verdict::unmeasured);
    }

    static Verdict versionSkew(OpenViduFacts facts) {
        return facts.config()
                .either(reply -> skew(OpenViduApi.json(reply).path("VERSION").asString("")), Verdict::unmeasured);
    }

    /** Server and browser library fit when the server is as old or one ahead. */
    private static Verdict skew(String version) {
        if (version.isEmpty()) {
            return Verdict.unmeasured("/openvidu/api/config names no VERSION");
        }
        var parts = VERSION.matcher(version);
        int minor = parts.matches() ? Integer.parseInt(parts.group(1)) : -1;
        return Verdict.foundIf(
                minor != OUR_MINOR && minor != OUR_MINOR + 1, Map.of("version", version, "wanted", "2." + OUR_MINOR));
    }

    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
