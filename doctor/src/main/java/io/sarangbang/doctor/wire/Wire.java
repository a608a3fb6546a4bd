package io.sarangbang.doctor.wire;

import io.sarangbang.doctor.fact.Installation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Connections under the public names. A laptop's names lead to the container itself; there the connection goes to the
 * container that publishes the port, but with the names that a browser sends.
 */
public final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Installation installation;
    private final Trust trust;

    public Wire(Installation installation) {
        this.installation = installation;
        this.trust = Trust.of(installation.certificates());
    }

    /** A TCP connection whose reads give up after a few seconds. */
    public Socket tcp(String host, int port) throws IOException {
        return tcp(installation.way(host, port));
    }

    /** A TLS connection to a server that proves its name to an authority that browsers, or this installation, trust. */
    public SSLSocket tls(String host, int port) throws IOException {
        return tls(tcp(host, port), host, port, true);
    }

    /** A TLS connection to whoever is there: for looking at certificates, never for secrets. */
    public SSLSocket tlsToAnybody(String host, int port) throws IOException {
        return tls(tcp(host, port), host, port, false);
    }

    /** As above, at an address of one's choice under that name. */
    public SSLSocket tlsToAnybody(InetSocketAddress address, String host) throws IOException {
        return tls(tcp(address), host, address.getPort(), false);
    }

    /** Plain or TLS, as the scheme says (http, ws; https, wss). */
    public Socket open(URI uri) throws IOException {
        return isSecure(uri) ? tls(uri.getHost(), port(uri)) : tcp(uri.getHost(), port(uri));
    }

    public Reply get(URI uri) throws IOException {
        return send("GET", uri, Map.of(), "");
    }

    public Reply send(String method, URI uri, Map<String, String> headers, String body) throws IOException {
        try (var socket = open(uri)) {
            return Http.exchange(socket, method, uri, headers, body);
        }
    }

    /** The same as {@link #get}, whatever the server's certificate says: for facts that a bad certificate must not hide. */
    public Reply getFromAnybody(URI uri) throws IOException {
        try (var socket = isSecure(uri) ? tlsToAnybody(uri.getHost(), port(uri)) : tcp(uri.getHost(), port(uri))) {
            return Http.exchange(socket, "GET", uri, Map.of(), "");
        }
    }

    /** An exception in a few words, for findings. */
    public static String said(Throwable failure) {
        var message = Optional.ofNullable(failure.getMessage()).filter(it -> !it.isBlank());
        return failure.getClass().getSimpleName() + message.map(it -> ": " + it).orElse("");
    }

    public static boolean isSecure(URI uri) {
        return uri.getScheme().equals("https") || uri.getScheme().equals("wss");
    }

    public static int port(URI uri) {
        return Optional.of(uri.getPort()).filter(it -> it != -1).orElse(isSecure(uri) ? 443 : 80);
    }

    private static Socket tcp(InetSocketAddress way) throws IOException {
        if (way.isUnresolved()) {
            throw new java.net.UnknownHostException(way.getHostString());
        }
        var socket = new Socket();
        try {
            socket.connect(way, (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private SSLSocket tls(Socket plain, String host, int port, boolean verified) throws IOException {
        try {
            var context = verified ? trust.verifying() : Trust.anybody();
            var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            socket.setSSLParameters(parameters(socket.getSSLParameters(), host, verified));
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static SSLParameters parameters(SSLParameters parameters, String host, boolean verified) {
        if (!host.matches("[\\d.]+|\\[.*]")) { // an address is never sent as a server name
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        if (verified) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }
}
