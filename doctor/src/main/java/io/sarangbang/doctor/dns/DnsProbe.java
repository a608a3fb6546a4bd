package io.sarangbang.doctor.dns;

import io.sarangbang.doctor.dns.DnsFacts.Door;
import io.sarangbang.doctor.dns.DnsFacts.State;
import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.wire.Http;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks for both kinds of addresses, and knocks at those of the newer kind. */
final class DnsProbe {

    private final Installation installation;
    private final Wire wire;
    private final Resolver resolver = new Resolver("dns:");

    private DnsProbe(Installation installation) {
        this.installation = installation;
        this.wire = new Wire(installation);
    }

    static DnsFacts ask(Inquiry inquiry) {
        return new DnsProbe(inquiry.installation()).facts();
    }

    private DnsFacts facts() {
        var host = installation.host();
        var needed = !installation.isLaptop() && !host.matches("[\\d.]+|\\[.*]");
        var publicIp = installation.variable("PUBLIC_IP").map(Resolver::written).orElse("");
        if (!needed) {
            return new DnsFacts(host, false, publicIp, Fact.known(List.of()), Fact.known(List.of()), Fact.known(true));
        }
        var six = resolver.addresses(host, "AAAA")
                .either(found -> Fact.known(found.stream().map(this::door).toList()), Fact::<List<Door>>unknown);
        return new DnsFacts(host, true, publicIp, resolver.addresses(host, "A"), six, here());
    }

    private Door door(String address) {
        try {
            var shown = certificate(new InetSocketAddress(address, installation.httpsPort()));
            var state = leaf().filter(it -> !Arrays.equals(it, shown)).map(_ -> State.SOMEBODY_ELSE);
            return new Door(address, state.orElse(State.OPEN), "");
        } catch (IOException e) {
            var elsewhere = hasNoWay(e) && isGlobal(address);
            return new Door(address, elsewhere ? State.NO_WAY : State.CLOSED, Wire.said(e));
        }
    }

    /** What the name shows by the older kind of address, which browsers fall back to. */
    private Optional<byte[]> leaf() {
        return resolver.addresses(installation.host(), "A")
                .either(List::stream, _ -> Stream.<String>empty())
                .flatMap(it -> shownAt(new InetSocketAddress(it, installation.httpsPort())).stream())
                .findFirst();
    }

    /** The same page by both ways. A proxy of somebody else's has a certificate of its own, but passes our page on. */
    private Fact<Boolean> here() {
        if (installation.view() != View.INSIDE) {
            return Fact.unknown("only the installation itself knows its nginx");
        }
        try {
            var ours = page(new InetSocketAddress("nginx", 8443));
            var theirs = page(installation.way(installation.host(), installation.httpsPort()));
            return Fact.known(Arrays.equals(ours, theirs));
        } catch (IOException e) {
            return Fact.unknown(Wire.said(e));
        }
    }

    private byte[] page(InetSocketAddress address) throws IOException {
        try (var socket = wire.tlsToAnybody(address, installation.host())) {
            return Http.exchange(socket, "GET", installation.publicUrl(), Map.of(), "")
                    .body();
        }
    }

    private Optional<byte[]> shownAt(InetSocketAddress address) {
        try {
            return Optional.of(certificate(address));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] certificate(InetSocketAddress address) throws IOException {
        try (var socket = wire.tlsToAnybody(address, installation.host())) {
            return socket.getSession().getPeerCertificates()[0].getPublicKey().getEncoded();
        }
    }

    /** Others can reach it, even if we can't. Private ones and those for documentation nobody reaches. */
    private static boolean isGlobal(String address) {
        return !Installation.isPrivateAddress(address)
                && !Resolver.written(address).startsWith("2001:db8:");
    }

    private static boolean hasNoWay(IOException e) {
        var said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return e instanceof NoRouteToHostException
                || ((e instanceof ConnectException || e instanceof SocketException)
                        && (said.contains("unreachable") || said.contains("not available") || said.contains("family")));
    }
}
