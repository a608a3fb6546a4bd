package io.sarangbang.doctor.social;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.social.SocialFacts.Provider;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Sign-in with Kakao and Naver. */
public final class SocialFeature {

    private SocialFeature() {}

    public static Feature feature() {
        return new Feature(
                "social",
                Set.of(View.INSIDE),
                List.of(Probe.of(SocialFacts.class, SocialProbe::ask)),
                List.of(
                        check("provider-unreachable", Refusals::unreachable).after("setting-invalid"),
                        check("kakao-credentials-wrong", it -> Refusals.credentials(it, Provider.KAKAO))
                                .after("provider-unreachable", "provider-half-configured"),
                        check("naver-credentials-wrong", it -> Refusals.credentials(it, Provider.NAVER))
                                .after("provider-unreachable", "provider-half-configured"),
                        check("redirect-uri-mismatch", Refusals::redirect)
                                .after(
                                        "provider-unreachable",
                                        "provider-half-configured",
                                        "kakao-credentials-wrong",
                                        "naver-credentials-wrong",
                                        "https-unreachable",
                                        "gateway-unreachable")));
    }

    private static Check check(String code, Function<SocialFacts, Verdict> examine) {
        return Check.on(SocialFacts.class, code, examine);
    }
}
