package io.sarangbang.doctor.media;

import java.util.regex.Pattern;

/** A STUN or TURN server as browsers are told of it. */
public record IceServer(String url, String username, String credential) {

    private static final Pattern URL =
            Pattern.compile("(stun|stuns|turn|turns):(\\[[^\\]]+]|[^:?]+)(?::(\\d{1,5}))?(?:\\?transport=(udp|tcp))?");

    public boolean isTurn() {
        return part(1).startsWith("turn");
    }

    public boolean isTls() {
        return part(1).endsWith("s");
    }

    public String host() {
        return part(2);
    }

    public int port() {
        var port = part(3);
        if (port.isEmpty()) {
            return isTls() ? 5349 : 3478;
        }
        return Integer.parseInt(port);
    }

    private String part(int group) {
        var parts = URL.matcher(url);
        var part = parts.matches() ? parts.group(group) : "";
        return part == null ? "" : part;
    }

    @Override
    public String toString() {
        return url; // the credential is good for hours
    }
}
