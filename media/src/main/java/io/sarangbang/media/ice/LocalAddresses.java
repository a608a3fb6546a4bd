package io.sarangbang.media.ice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the addresses a browser might reach this machine by, most useful first. */
public final class LocalAddresses {

    /**
     * Bridges and virtual cables of containers: a browser on this machine would prefer them, and any other could not
     * use them.
     */
    private static final Pattern CONTAINER_INTERFACE = Pattern.compile("(docker|veth|virbr|cni|podman)\\w*|br-\\w+");

    /** Documentation addresses: routed like any public one, belonging to nobody, and never sent to. */
    private static final List<String> FAR_AWAY = List.of("203.0.113.1", "2001:db8:ffff::1");

    private LocalAddresses() {}

    /** The default route's addresses, other interfaces' addresses, then loopback, without link-local ones. */
    public static List<InetAddress> discover() throws IOException {
        List<InetAddress> found = new ArrayList<>();
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            if (network.isUp()
                    && !CONTAINER_INTERFACE.matcher(network.getName()).matches()) {
                network.inetAddresses().filter(LocalAddresses::isUsable).forEach(found::add);
            }
        }
        var defaults = defaultRoute();
        found.sort(Comparator.comparing((InetAddress address) -> rank(address, defaults)));
        return found;
    }

    private static boolean isUsable(InetAddress address) {
        return !address.isLinkLocalAddress() && !address.isMulticastAddress() && !address.isAnyLocalAddress();
    }

    private static int rank(InetAddress address, Set<InetAddress> defaults) {
        if (address.isLoopbackAddress()) {
            return 2;
        }
        return defaults.contains(address) ? 0 : 1;
    }

    /** Connecting a UDP socket sends nothing but makes the kernel choose the source address. */
    private static Set<InetAddress> defaultRoute() {
        Set<InetAddress> sources = new LinkedHashSet<>();
        for (var target : FAR_AWAY) {
            try (var socket = new DatagramSocket()) {
                socket.connect(new InetSocketAddress(target, 9));
                sources.add(socket.getLocalAddress());
            } catch (SocketException | UncheckedIOException noRoute) {
                continue;
            }
        }
        return sources;
    }
}
