package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Verdict;
import java.util.List;
import java.util.Map;

/** Whether a token leads browsers to where the page is: the best single look at a deployment. */
final class TokenChecks {

    private TokenChecks() {}

    static List<Check> all() {
        return List.of(
                Check.on(TokenFacts.class, "token-wrong-host", TokenChecks::wrongHost)
                        .after(
                                "openvidu-unreachable",
                                "openvidu-wrong-secret",
                                "domain-left-at-localhost",
                                "domain-and-url-differ"),
                Check.on(TokenFacts.class, "token-insecure", TokenChecks::insecure)
                        .after("openvidu-unreachable", "openvidu-wrong-secret", "public-url-not-https"),
                Check.on(TokenFacts.class, "token-wrong-port", TokenChecks::wrongPort)
                        .after(
                                "openvidu-unreachable",
                                "openvidu-wrong-secret",
                                "token-insecure",
                                "public-url-not-https",
                                "public-port-differs"));
    }

    static Verdict insecure(TokenFacts facts) {
        return Verdict.foundIf(
                "https".equals(facts.page().getScheme()) && !facts.scheme().equals("wss"),
                Map.of("token", facts.shown()));
    }

    static Verdict wrongHost(TokenFacts facts) {
        var wanted = String.valueOf(facts.page().getHost());
        return Verdict.foundIf(
                !facts.host().equalsIgnoreCase(wanted), Map.of("token", facts.shown(), "wanted", wanted));
    }

    static Verdict wrongPort(TokenFacts facts) {
        return Verdict.foundIf(
                facts.port() != facts.pagePort(),
                Map.of("token", facts.shown(), "wanted", String.valueOf(facts.pagePort())));
    }
}
