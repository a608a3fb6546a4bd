package io.sarangbang.doctor.web;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The front door. */
public final class WebFeature {

    private static final String[] NO_WAY_THERE = {"https-unreachable"};

    private WebFeature() {}

    public static Feature feature() {
        return new Feature(
                "web",
                Set.of(View.INSIDE, View.OUTSIDE),
                List.of(Probe.of(WebFacts.class, WebProbe::ask)),
                List.of(
                        check("page-missing", FrontDoor::pageMissing),
                        check("gateway-unreachable", FrontDoor::gatewayUnreachable),
                        check("https-redirect-missing", FrontDoor::redirectMissing),
                        check("hsts-missing", FrontDoor::hstsMissing).after("https-unreachable", "page-missing"),
                        check("camera-forbidden-by-policy", FrontDoor::cameraForbidden)
                                .after("https-unreachable", "page-missing"),
                        check("csp-blocks-signalling", FrontDoor::cspBlocksSignalling)
                                .after("https-unreachable", "page-missing", "openvidu-url-missing"),
                        check("page-calls-localhost", FrontDoor::pageCallsLocalhost)
                                .after("https-unreachable", "page-missing")));
    }

    private static Check check(String code, Function<WebFacts, Verdict> examine) {
        return Check.on(WebFacts.class, code, examine).after(NO_WAY_THERE);
    }
}
