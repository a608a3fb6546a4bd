package io.sarangbang.doctor.web;

import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.wire.Reply;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what the front door answers. */
final class FrontDoor {

    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> NOBODY_BEHIND = Set.of(502, 503, 504);
    private static final Pattern GATEWAY_IS_THE_CAUSE = Pattern.compile("\"cause\"\\s*:\\s*\"gateway\"");
    private static final Pattern MAX_AGE = Pattern.compile("(?i)max-age\\s*=\\s*\"?(\\d+)");

    private FrontDoor() {}

    /** Any answer of the gateway will do, also that a service is down. */
    static Verdict gatewayUnreachable(WebFacts facts) {
        return facts.api()
                .either(
                        reply -> Verdict.foundIf(!isOfGateway(reply), Map.of("why", shown(reply))),
                        Verdict::unmeasured);
    }

    static Verdict redirectMissing(WebFacts facts) {
        if (!"https".equals(facts.publicUrl().getScheme())) {
            return Verdict.fine();
        }
        return facts.redirect()
                .either(
                        reply -> Verdict.foundIf(
                                !leadsToHttps(reply, facts.publicUrl()),
                                Map.of("host", facts.publicUrl().getHost(), "why", shown(reply))),
                        why -> Verdict.found(Map.of("host", facts.publicUrl().getHost(), "why", why)));
    }

    /** On localhost it would lock out everything else that is ever tried there. */
    static Verdict hstsMissing(WebFacts facts) {
        if (facts.local() || !"https".equals(facts.publicUrl().getScheme())) {
            return Verdict.fine();
        }
        return facts.page()
                .either(
                        page -> page.header("strict-transport-security")
                                        .filter(FrontDoor::holds)
                                        .isPresent()
                                ? Verdict.fine()
                                : Verdict.found(Map.of("host", facts.publicUrl().getHost())),
                        Verdict::unmeasured);
    }

    static Verdict cameraForbidden(WebFacts facts) {
        return facts.page()
                .either(
                        page -> Verdict.foundIf(
                                !Policies.forbidden(page).isEmpty(),
                                Map.of("devices", String.join(", ", Policies.forbidden(page)))),
                        Verdict::unmeasured);
    }

    static Verdict cspBlocksSignalling(WebFacts facts) {
        return facts.page()
                .either(
                        page -> Verdict.foundIf(
                                !Policies.allowSignalling(
                                        page, facts.publicUrl().getAuthority(), facts.mediaHost()),
                                Map.of("address", "wss://" + facts.mediaHost())),
                        Verdict::unmeasured);
    }

    static Verdict pageCallsLocalhost(WebFacts facts) {
        return facts.local()
                ? Verdict.fine()
                : facts.calls()
                        .either(
                                found -> Verdict.foundIf(
                                        !found.isEmpty(), Map.of("addresses", String.join(", ", found))),
                                Verdict::unmeasured);
    }

    static Verdict pageMissing(WebFacts facts) {
        return facts.page()
                .either(
                        page -> Verdict.foundIf(
                                page.status() != 200 || !page.text().contains("<script"),
                                Map.of("url", facts.publicUrl().toString(), "why", shown(page))),
                        Verdict::unmeasured);
    }

    private static boolean isOfGateway(Reply reply) {
        var json =
                reply.header("content-type").filter(it -> it.contains("json")).isPresent();
        var nobody = NOBODY_BEHIND.contains(reply.status())
                && GATEWAY_IS_THE_CAUSE.matcher(reply.text()).find();
        return json && !nobody;
    }

    private static boolean leadsToHttps(Reply reply, URI publicUrl) {
        return FOR_GOOD.contains(reply.status())
                && reply.header("location")
                        .filter(it -> it.startsWith("https://"))
                        .map(URI::create)
                        .filter(it -> publicUrl.getAuthority().equalsIgnoreCase(it.getAuthority()))
                        .isPresent();
    }

    private static boolean holds(String header) {
        var age = MAX_AGE.matcher(header);
        return age.find() && !age.group(1).matches("0+");
    }

    private static String shown(Reply reply) {
        var where = reply.header("location").map(it -> " → " + it);
        var what = reply.header("content-type").map(it -> ", " + it);
        return "HTTP " + reply.status() + where.or(() -> what).orElse("");
    }
}
