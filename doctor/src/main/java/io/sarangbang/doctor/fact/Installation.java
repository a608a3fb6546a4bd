package io.sarangbang.doctor.fact;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is examined, as its own settings describe it.
 *
 * @param variables those of the installation (.env and its defaults)
 * @param secrets one file per secret
 * @param certificates where nginx keeps its certificates, and the local authority's ca.crt
 * @param view from where it is looked at
 */
public record Installation(Map<String, String> variables, Path secrets, Path certificates, View view) {

    /** From where an installation is looked at. */
    public enum View {
        /** Its variables only, no network. */
        SETTINGS,
        /** From a container beside the others. */
        INSIDE,
        /** From anywhere else, as a visitor. */
        OUTSIDE
    }

    private static final String LAPTOP = "localhost";

    public Installation {
        variables = Map.copyOf(variables);
    }

    /** Empty as much as absent: compose passes what is not set as nothing. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(it -> !it.isEmpty());
    }

    public String variable(String name, String otherwise) {
        return variable(name).orElse(otherwise);
    }

    /** From the environment, else from its file. */
    public Optional<String> secret(String name) {
        return variable(name).or(() -> read(secrets.resolve(name)));
    }

    public URI publicUrl() {
        return URI.create(variable("PUBLIC_URL", "https://" + LAPTOP));
    }

    public String host() {
        return Optional.ofNullable(publicUrl().getHost()).orElse(LAPTOP);
    }

    public int httpsPort() {
        var port = publicUrl().getPort();
        return port == -1 ? 443 : port;
    }

    public int httpPort() {
        return number("HTTP_PORT", 80);
    }

    public int turnPort() {
        return number("TURN_PORT", 3478);
    }

    public int mediaPort() {
        return number("MEDIA_PORT", 40_000);
    }

    public String turnHost() {
        return variable("TURN_DOMAIN", "turn." + host());
    }

    /** embedded, openvidu or external. */
    public String mediaServer() {
        return variable("MEDIA_SERVER", "embedded");
    }

    public boolean isLaptop() {
        return leadsHere(host());
    }

    /** A name or address that, inside a container, means the container itself and nobody else. */
    public static boolean leadsHere(String host) {
        return host.equals(LAPTOP) || host.endsWith("." + LAPTOP) || host.startsWith("127.") || host.equals("[::1]");
    }

    /** An address that nobody outside of its own network reaches: private, link-local, loopback, or the carrier's. */
    public static boolean isPrivateAddress(String address) {
        try {
            var ip = InetAddress.ofLiteral(address);
            var bytes = ip.getAddress();
            var carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
            var local6 = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
            return ip.isSiteLocalAddress()
                    || ip.isLoopbackAddress()
                    || ip.isLinkLocalAddress()
                    || ip.isAnyLocalAddress()
                    || carrier
                    || local6;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Where to connect for a public host and port: from inside a laptop's network, the container that publishes it. */
    public InetSocketAddress way(String host, int port) {
        if (view != View.INSIDE || !leadsHere(host)) {
            return new InetSocketAddress(host, port);
        }
        if (port == httpsPort()) {
            return new InetSocketAddress("nginx", 8443);
        } else if (port == httpPort()) {
            return new InetSocketAddress("nginx", 8080);
        } else if (port == turnPort()) {
            return new InetSocketAddress("coturn", 3478);
        } else if (port == mediaPort()) {
            return new InetSocketAddress("media", port);
        }
        return new InetSocketAddress(host, port);
    }

    private int number(String name, int otherwise) {
        return variable(name)
                .filter(it -> it.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(it -> !it.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
