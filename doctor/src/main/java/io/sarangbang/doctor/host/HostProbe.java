package io.sarangbang.doctor.host;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.host.HostFacts.Disk;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the file systems that are mounted here, and at the clocks of everybody who tells the time. */
final class HostProbe {

    private static final Set<String> REAL = Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "overlay");

    private static final Pattern SYSTEM = Pattern.compile("^/(dev|proc|sys|run|tmp)(/|$)");

    private HostProbe() {}

    static HostFacts ask(Inquiry inquiry) {
        var installation = inquiry.installation();
        var inside = installation.view() == View.INSIDE;
        return new HostFacts(
                ahead(installation),
                inside ? disks() : List.of(),
                installation
                        .variable("PORTS_TAKEN")
                        .map(Fact::known)
                        .orElse(Fact.unknown("only bin/doctor sees the machine's ports")));
    }

    private static Map<String, Fact<Duration>> ahead(Installation installation) {
        var wire = new Wire(installation);
        var ahead = new LinkedHashMap<String, Fact<Duration>>();
        clocks(installation).forEach((name, uri) -> ahead.put(name, ahead(wire, uri)));
        return ahead;
    }

    /** The providers' are the only ones that surely are not on this machine. */
    private static Map<String, URI> clocks(Installation installation) {
        var clocks = new LinkedHashMap<String, URI>();
        clocks.put(installation.host(), installation.publicUrl());
        if (installation.view() == View.INSIDE) {
            if (installation.mediaServer().equals("external")) {
                installation.variable("OPENVIDU_URL").ifPresent(it -> clocks.put("OpenVidu", URI.create(it)));
            }
            if (installation.variable("SIGN_IN", "stand-in").equals("providers")) {
                installation
                        .variable("KAKAO_CLIENT_ID")
                        .ifPresent(_ -> clocks.put("Kakao", URI.create("https://kauth.kakao.com/")));
                installation
                        .variable("NAVER_CLIENT_ID")
                        .ifPresent(_ -> clocks.put("Naver", URI.create("https://nid.naver.com/")));
            }
        }
        return clocks;
    }

    private static Fact<Duration> ahead(Wire wire, URI uri) {
        try {
            var before = Instant.now();
            var date = wire.getFromAnybody(uri).header("date");
            var halfway = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
            return date.map(it -> Fact.known(Duration.between(halfway, told(it))))
                    .orElse(Fact.unknown("it does not tell the time"));
        } catch (IOException | DateTimeParseException e) {
            return Fact.unknown(Wire.said(e));
        }
    }

    private static Instant told(String date) {
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static List<Disk> disks() {
        var disks = new ArrayList<Disk>();
        for (var store : FileSystems.getDefault().getFileStores()) {
            if (isForData(store)) {
                add(store, disks);
            }
        }
        return disks;
    }

    /** In memory, too, where somebody chose so for a volume; the system's own are none of our business. */
    private static boolean isForData(FileStore store) {
        return REAL.contains(store.type())
                || (store.type().equals("tmpfs") && !SYSTEM.matcher(path(store)).find());
    }

    private static void add(FileStore store, List<Disk> disks) {
        try {
            var disk = new Disk(path(store), store.getUsableSpace(), store.getTotalSpace());
            if (disk.total() > 0 && disks.stream().noneMatch(it -> isSame(it, disk))) {
                disks.add(disk);
            }
        } catch (IOException e) {
            // a mount that may not be looked at is not ours to judge
        }
    }

    /** Several volumes are often one file system. */
    private static boolean isSame(Disk one, Disk other) {
        return one.total() == other.total() && one.free() == other.free();
    }

    /** Java shows "mount point (device)". */
    private static String path(FileStore store) {
        return store.toString().replaceFirst(" \\(.*\\)$", "");
    }
}
