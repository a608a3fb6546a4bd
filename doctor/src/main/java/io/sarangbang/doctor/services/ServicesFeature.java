package io.sarangbang.doctor.services;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The services behind the gateway. */
public final class ServicesFeature {

    private ServicesFeature() {}

    public static Feature feature() {
        return new Feature(
                "services",
                Set.of(View.INSIDE),
                List.of(Probe.of(ServicesFacts.class, ServicesProbe::ask)),
                List.of(
                        check("database-down", ServicesFeature::databaseDown),
                        check("registry-down", ServicesFeature::registryDown),
                        check("service-down", ServicesFeature::serviceDown).after("database-down"),
                        check("service-unregistered", ServicesFeature::unregistered)
                                .after("registry-down", "service-down", "gateway-unreachable")));
    }

    private static Check check(String code, Function<ServicesFacts, Verdict> examine) {
        return Check.on(ServicesFacts.class, code, examine);
    }

    static Verdict databaseDown(ServicesFacts facts) {
        return facts.database().either(_ -> Verdict.fine(), why -> Verdict.found(Map.of("why", why)));
    }

    static Verdict registryDown(ServicesFacts facts) {
        return facts.registered().either(_ -> Verdict.fine(), why -> Verdict.found(Map.of("why", why)));
    }

    static Verdict serviceDown(ServicesFacts facts) {
        return Verdict.foundEach(unlike(facts.health(), ServicesFacts.UP));
    }

    /** Well by itself, but the gateway does not find it. */
    static Verdict unregistered(ServicesFacts facts) {
        var unknownToTheGateway = unlike(facts.reachable(), ServicesFacts.REACHABLE);
        return facts.registered()
                .either(
                        registered -> Verdict.foundEach(unknownToTheGateway.stream()
                                .map(it -> Map.of(
                                        "service",
                                        it.getOrDefault("service", ""),
                                        "why",
                                        registered.contains(it.getOrDefault("service", ""))
                                                ? it.getOrDefault("why", "")
                                                : "not in the registry"))
                                .toList()),
                        Verdict::unmeasured);
    }

    private static List<Map<String, String>> unlike(Map<String, Fact<String>> answers, String good) {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .flatMap(it ->
                                bad(it.getValue(), good)
                                        .map(why -> Map.of("service", it.getKey(), "why", why))
                                        .stream())
                        .toList();
    }

    private static Optional<String> bad(Fact<String> answer, String good) {
        return answer.either(
                status -> Optional.of(status).filter(it -> !it.equals(good)).map(it -> "it says " + it), Optional::of);
    }
}
