package io.sarangbang.doctor.host;

import io.sarangbang.doctor.fact.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the machine provides.
 *
 * @param ahead by how much others' clocks are ahead of ours, by whose they are
 * @param disks where something is written
 * @param portsTaken what bin/doctor saw on the machine: who holds ports that are ours; "none"
 */
record HostFacts(Map<String, Fact<Duration>> ahead, List<Disk> disks, Fact<String> portsTaken) {

    /** One file system. */
    record Disk(String path, long free, long total) {}

    HostFacts {
        ahead = Map.copyOf(ahead);
        disks = List.copyOf(disks);
    }
}
