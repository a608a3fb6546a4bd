package io.sarangbang.doctor.dns;

import io.sarangbang.doctor.dns.DnsFacts.Door;
import io.sarangbang.doctor.dns.DnsFacts.State;
import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The public name's addresses. */
public final class DnsFeature {

    private DnsFeature() {}

    public static Feature feature() {
        return new Feature(
                "dns",
                Set.of(View.INSIDE, View.OUTSIDE),
                List.of(Probe.of(DnsFacts.class, DnsProbe::ask)),
                List.of(
                        Check.on(DnsFacts.class, "domain-does-not-resolve", DnsFeature::doesNotResolve)
                                .after("setting-invalid", "domain-left-at-localhost", "domain-and-url-differ"),
                        Check.on(DnsFacts.class, "domain-resolves-elsewhere", DnsFeature::resolvesElsewhere)
                                .after(
                                        "setting-invalid",
                                        "domain-left-at-localhost",
                                        "domain-and-url-differ",
                                        "domain-does-not-resolve",
                                        "public-ip-missing",
                                        "public-ip-private")
                                .fromInsideOnly(),
                        Check.on(DnsFacts.class, "stale-aaaa", DnsFeature::staleAaaa)
                                .after(
                                        "domain-left-at-localhost",
                                        "domain-does-not-resolve",
                                        "domain-resolves-elsewhere",
                                        "https-unreachable")));
    }

    static Verdict doesNotResolve(DnsFacts facts) {
        if (!facts.needed()) {
            return Verdict.fine();
        }
        return all(facts)
                .either(found -> Verdict.foundIf(found.isEmpty(), Map.of("host", facts.host())), Verdict::unmeasured);
    }

    /** Behind a proxy of somebody else's the addresses are theirs; the site is here nonetheless, only slower to find out about. */
    static Verdict resolvesElsewhere(DnsFacts facts) {
        if (!facts.needed() || facts.publicIp().isEmpty()) {
            return Verdict.fine();
        }
        Function<List<String>, Verdict> judged = found -> {
            if (found.contains(facts.publicIp())) {
                return Verdict.fine();
            }
            var params = Map.of("host", facts.host(), "addresses", String.join(", ", found), "ip", facts.publicIp());
            return facts.here().either(it -> it, _ -> false) ? Verdict.warned(params) : Verdict.found(params);
        };
        return all(facts).either(judged, Verdict::unmeasured);
    }

    static Verdict staleAaaa(DnsFacts facts) {
        return facts.six().either(doors -> judged(facts.host(), doors), Verdict::unmeasured);
    }

    private static Verdict judged(String host, List<Door> doors) {
        var stale = doors.stream()
                .filter(it -> it.state() == State.CLOSED || it.state() == State.SOMEBODY_ELSE)
                .map(it -> Map.of("host", host, "address", it.address(), "why", why(it)))
                .toList();
        if (stale.isEmpty() && doors.stream().anyMatch(it -> it.state() == State.NO_WAY)) {
            return Verdict.unmeasured("no IPv6 leads out of here; bin/doctor --outside from where it does");
        }
        return Verdict.foundEach(stale);
    }

    private static String why(Door door) {
        return door.state() == State.SOMEBODY_ELSE ? "another server answers" : door.said();
    }

    /** Unknown unless both kinds were asked for, or one was found. */
    private static Fact<List<String>> all(DnsFacts facts) {
        var found = new ArrayList<String>();
        var four = facts.four().either(it -> it, _ -> List.<String>of());
        var six = facts.six().either(it -> it.stream().map(Door::address).toList(), _ -> List.<String>of());
        found.addAll(four);
        found.addAll(six);
        var why = facts.four().either(_ -> "", it -> it) + facts.six().either(_ -> "", it -> it);
        return found.isEmpty() && !why.isEmpty() ? Fact.unknown(why) : Fact.known(List.copyOf(found));
    }
}
