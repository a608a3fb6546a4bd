package io.sarangbang.media.ice;

import java.net.InetAddress;

/**
 * One place where this server can be reached, as the answer tells it.
 *
 * @param rank 0 for the most useful address
 */
public record Candidate(InetAddress address, int port, boolean tcp, int rank) {

    private static final int HOST_UDP = 126;
    private static final int HOST_TCP = 90;
    private static final int MAX_LOCAL_PREFERENCE = 65_535;

    /** UDP before TCP, then by usefulness. */
    long priority() {
        long type = tcp ? HOST_TCP : HOST_UDP;
        return (type << 24) | ((long) (MAX_LOCAL_PREFERENCE - rank) << 8) | 255;
    }

    public String line() {
        return "candidate:%d 1 %s %d %s %d typ host%s"
                .formatted(
                        foundation(),
                        tcp ? "tcp" : "udp",
                        priority(),
                        text(address),
                        port,
                        tcp ? " tcptype passive" : "");
    }

    private int foundation() {
        return 1 + rank * 2 + (tcp ? 1 : 0);
    }

    /** The address without the zone, which means something on this machine only. */
    public static String text(InetAddress address) {
        var text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
