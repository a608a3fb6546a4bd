package io.sarangbang.doctor.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** A place where the media server says it can be reached. */
public record Candidate(boolean tcp, String address, int port, String type) {

    private static final int FIELDS = 8;

    /** Reads {@code candidate:1 1 udp 2130706431 192.0.2.1 40000 typ host}, with or without {@code a=}. */
    static Optional<Candidate> read(String line) {
        var fields = line.replaceFirst("^(a=)?candidate:", "").split(" ");
        if (fields.length < FIELDS || !fields[5].matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Candidate(fields[2].equalsIgnoreCase("tcp"), fields[4], Integer.parseInt(fields[5]), fields[7]));
    }

    /** Whether anybody on the Internet could send there; names, as browsers make them up, do not count. */
    boolean isPublic() {
        if (!address.matches("[0-9.]+|[0-9A-Fa-f:]+")) {
            return false;
        }
        try {
            return isPublic(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isPublic(InetAddress ip) {
        return !ip.isLoopbackAddress()
                && !ip.isSiteLocalAddress()
                && !ip.isLinkLocalAddress()
                && !ip.isAnyLocalAddress()
                && !isShared(ip.getAddress());
    }

    /** 100.64.0.0/10 behind carriers, fc00::/7 within sites. */
    private static boolean isShared(byte[] ip) {
        return ip.length == 4 ? ip[0] == 100 && (ip[1] & 0xC0) == 64 : (ip[0] & 0xFE) == 0xFC;
    }

    static String shown(java.util.List<Candidate> candidates) {
        var addresses = candidates.stream().map(Candidate::address).distinct().toArray();
        return Arrays.toString(addresses).replaceAll("[\\[\\]]", "");
    }
}
