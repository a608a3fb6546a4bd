package io.sarangbang.doctor.host;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.host.HostFacts.Disk;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The machine itself. */
public final class HostFeature {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final long GIGABYTE = 1_000_000_000;
    private static final long PERCENT = 100;
    private static final long SCARCE = 10;
    private static final long NEARLY_NONE = 2;

    private HostFeature() {}

    public static Feature feature() {
        return new Feature(
                "host",
                Set.of(View.INSIDE, View.OUTSIDE),
                List.of(Probe.of(HostFacts.class, HostProbe::ask)),
                List.of(
                        Check.on(HostFacts.class, "port-taken", HostFeature::portTaken)
                                .after("setting-invalid", "ports-collide")
                                .fromInsideOnly(),
                        Check.on(HostFacts.class, "clock-skewed", HostFeature::clockSkewed)
                                .after("https-unreachable"),
                        Check.on(HostFacts.class, "disk-full", HostFeature::diskFull)
                                .fromInsideOnly()));
    }

    static Verdict portTaken(HostFacts facts) {
        return facts.portsTaken()
                .either(taken -> Verdict.foundIf(!taken.equals("none"), Map.of("ports", taken)), Verdict::unmeasured);
    }

    /** One clock that could be read is enough to tell; a silent one hides no cause that others would not show. */
    static Verdict clockSkewed(HostFacts facts) {
        var skewed = new ArrayList<Map<String, String>>();
        var read = new ArrayList<String>();
        facts.ahead()
                .forEach((name, ahead) -> ahead.either(
                        it -> {
                            read.add(name);
                            if (it.abs().compareTo(SKEW) > 0) {
                                skewed.add(Map.of("who", name, "seconds", String.valueOf(it.toSeconds())));
                            }
                            return it;
                        },
                        _ -> Duration.ZERO));
        return read.isEmpty() ? Verdict.unmeasured("nobody tells the time" + whys(facts)) : Verdict.foundEach(skewed);
    }

    static Verdict diskFull(HostFacts facts) {
        if (facts.disks().isEmpty()) {
            return Verdict.unmeasured("no file system can be seen from here");
        }
        var full = facts.disks().stream().filter(HostFeature::isFull).toList();
        return full.isEmpty()
                ? Verdict.warnedEach(described(
                        facts.disks().stream().filter(HostFeature::isScarce).toList()))
                : Verdict.foundEach(described(full));
    }

    private static boolean isFull(Disk disk) {
        return disk.free() < GIGABYTE || disk.free() * PERCENT < disk.total() * NEARLY_NONE;
    }

    private static boolean isScarce(Disk disk) {
        return disk.free() * PERCENT < disk.total() * SCARCE;
    }

    private static List<Map<String, String>> described(List<Disk> disks) {
        return disks.stream()
                .map(it -> Map.of(
                        "path",
                        it.path(),
                        "free",
                        String.valueOf(it.free() / 1_000_000),
                        "total",
                        String.valueOf(it.total() / 1_000_000)))
                .toList();
    }

    private static String whys(HostFacts facts) {
        return facts.ahead().values().stream()
                .map(it -> it.<String>either(_ -> "", why -> ": " + why))
                .distinct()
                .reduce("", String::concat);
    }
}
