package io.sarangbang.doctor.openvidu;

import java.net.URI;
import java.util.Optional;

/**
 * What browsers are told to connect to.
 *
 * @param token as OpenVidu made it for a session of the doctor's own
 * @param page where the web app is
 */
record TokenFacts(String token, URI page) {

    String scheme() {
        return Optional.ofNullable(address().getScheme()).orElse("");
    }

    String host() {
        return Optional.ofNullable(address().getHost()).orElse("");
    }

    int port() {
        return portOf(address());
    }

    int pagePort() {
        return portOf(page);
    }

    /** Without the query, in which the token proper is. */
    String shown() {
        return token.replaceFirst("[?].*", "");
    }

    private URI address() {
        return URI.create(shown());
    }

    private static int portOf(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) || "wss".equals(address.getScheme()) ? 443 : 80;
    }

    @Override
    public String toString() {
        return "a token for " + shown(); // whoever has all of it may join
    }
}
