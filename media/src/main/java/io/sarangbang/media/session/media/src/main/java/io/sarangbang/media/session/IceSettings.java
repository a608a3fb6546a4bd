package io.sarangbang.media.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which STUN and TURN servers browsers are told to use.
 *
 * @param turn the TURN server whose credentials we mint, or null
 * @param servers what is told instead of that, in order; empty when not configured
 */
public record IceSettings(@Nullable Turn turn, List<Listed> servers) {

    public IceSettings {
        servers = List.copyOf(servers);
    }

    public static IceSettings none() {
        return new IceSettings(null, List.of());
    }

    /**
     * A TURN server that shares a secret with us.
     *
     * @param host its name or address
     * @param port where it listens
     * @param secret what its temporary credentials are signed with
     */
    public record Turn(String host, int port, String secret) {}

    /**
     * One entry of the configured list.
     *
     * @param server the entry as browsers get it, when its credentials are fixed
     * @param secret what temporary credentials are signed with instead, or null
     */
    public record Listed(IceServer server, @Nullable String secret) {}
}
