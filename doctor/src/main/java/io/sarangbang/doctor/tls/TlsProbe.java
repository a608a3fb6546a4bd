package io.sarangbang.doctor.tls;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.wire.Trust;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Two handshakes with the public name: one that looks at whatever is shown, one that believes only what browsers would. */
final class TlsProbe {

    static final String CHALLENGE = "/.well-known/acme-challenge/asked-by-the-doctor";

    private TlsProbe() {}

    static TlsFacts ask(Inquiry inquiry) {
        var installation = inquiry.installation();
        var wire = new Wire(installation);
        var host = installation.host();
        var port = installation.httpsPort();
        var plain = !"https".equals(installation.publicUrl().getScheme());
        return new TlsFacts(
                host,
                plain,
                plain ? Fact.known(List.of()) : offered(wire, host, port),
                plain ? Fact.known(true) : believed(wire, host, port),
                Trust.of(installation.certificates()),
                Instant.now(),
                challenge(wire, installation));
    }

    private static Fact<List<X509Certificate>> offered(Wire wire, String host, int port) {
        try (var socket = wire.tlsToAnybody(host, port)) {
            return Fact.known(Arrays.stream(socket.getSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList());
        } catch (IOException e) {
            return Fact.unknown(Wire.said(e));
        }
    }

    private static Fact<Boolean> believed(Wire wire, String host, int port) {
        try (var socket = wire.tls(host, port)) {
            return Fact.known(socket.isConnected());
        } catch (IOException e) {
            return Fact.unknown(Wire.said(e));
        }
    }

    /** A certificate authority asks on port 80, whatever HTTP_PORT says. */
    private static Fact<Integer> challenge(Wire wire, Installation installation) {
        if (installation.view() == View.OUTSIDE
                || !installation.variable("TLS", "local").equals("acme")) {
            return Fact.known(0);
        }
        try {
            return Fact.known(wire.get(URI.create("http://" + installation.host() + CHALLENGE))
                    .status());
        } catch (IOException e) {
            return Fact.unknown(Wire.said(e));
        }
    }
}
