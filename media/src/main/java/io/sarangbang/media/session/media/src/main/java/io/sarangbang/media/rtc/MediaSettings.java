package io.sarangbang.media.rtc;

import java.util.List;

/**
 * How the engine meets the network.
 *
 * @param port the one UDP (and TCP) port for all media; 0 picks a free one
 * @param addresses local addresses to bind and offer; empty means every usable address of this machine
 * @param announced further public addresses to offer when a NAT stands before this machine
 * @param tcp whether browsers whose network blocks UDP may connect by TCP on the same port number
 * @param maxBitrateKbps what each publisher is told it may send
 */
public record MediaSettings(int port, List<String> addresses, List<String> announced, boolean tcp, int maxBitrateKbps) {

    private static final int DEFAULT_MAX_BITRATE_KBPS = 2000;

    public MediaSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("No such port: " + port);
        }
        if (maxBitrateKbps <= 0) {
            throw new IllegalArgumentException("The bitrate limit must be positive: " + maxBitrateKbps);
        }
        addresses = List.copyOf(addresses);
        announced = List.copyOf(announced);
    }

    /** Every usable address, UDP and TCP, 2 Mbps per publisher. */
    public static MediaSettings onPort(int port) {
        return new MediaSettings(port, List.of(), List.of(), true, DEFAULT_MAX_BITRATE_KBPS);
    }
}
