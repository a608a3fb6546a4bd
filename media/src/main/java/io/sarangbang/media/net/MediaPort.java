package io.sarangbang.media.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one port number media uses, open on each local address.
 *
 * @param port its number
 * @param addresses where it is open, in the order given
 */
public record MediaPort(int port, List<InetAddress> addresses) {

    private static final Logger LOG = LoggerFactory.getLogger(MediaPort.class);

    /** How often another ephemeral port is tried when the first is taken on some address or for TCP. */
    private static final int ATTEMPTS = 16;

    public MediaPort {
        addresses = List.copyOf(addresses);
    }

    /** How to open it: by TCP as well, and whether an address that cannot be used is an error or merely left out. */
    public record Options(boolean tcp, boolean everyAddress) {}

    public static MediaPort open(
            List<InetAddress> addresses,
            int port,
            Options options,
            EventLoop loop,
            PathReceiver stranger,
            Traffic traffic)
            throws IOException {
        var opening = new Opening(options, loop, stranger, traffic);
        for (int attempt = 1; ; attempt++) {
            try {
                return opening.on(addresses, port, attempt == ATTEMPTS);
            } catch (IOException taken) {
                opening.undo();
                if (port != 0 || attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private static final class Opening {

        private final Options options;
        private final EventLoop loop;
        private final PathReceiver stranger;
        private final Traffic traffic;
        private final List<Channel> opened = new ArrayList<>();

        Opening(Options options, EventLoop loop, PathReceiver stranger, Traffic traffic) {
            this.options = options;
            this.loop = loop;
            this.stranger = stranger;
            this.traffic = traffic;
        }

        MediaPort on(List<InetAddress> addresses, int wanted, boolean isLastAttempt) throws IOException {
            List<InetAddress> open = new ArrayList<>();
            int port = wanted;
            for (var address : addresses) {
                try {
                    port = openOn(address, port);
                    open.add(address);
                } catch (IOException unusable) {
                    refuseOrSkip(address, port, unusable, wanted == 0 && !isLastAttempt);
                }
            }
            if (open.isEmpty()) {
                throw new IOException("No address on which port %d can be opened".formatted(wanted));
            }
            return new MediaPort(port, open);
        }

        private int openOn(InetAddress address, int port) throws IOException {
            var udp = UdpSocket.bind(new InetSocketAddress(address, port), loop, stranger, traffic);
            opened.add(udp);
            if (options.tcp) {
                opened.add(listenBeside(udp));
            }
            return udp.local().getPort();
        }

        private TcpListener listenBeside(UdpSocket udp) throws IOException {
            try {
                return TcpListener.bind(udp.local(), loop, stranger, traffic);
            } catch (IOException taken) {
                udp.close();
                throw taken;
            }
        }

        private void refuseOrSkip(InetAddress address, int port, IOException cause, boolean couldRetry)
                throws IOException {
            if (options.everyAddress || couldRetry) {
                throw new IOException("Cannot open port %d on %s".formatted(port, address.getHostAddress()), cause);
            }
            LOG.warn("Port {} cannot be opened on {} and is not offered there: {}", port, address, cause.getMessage());
        }

        void undo() {
            opened.forEach(Channel::close);
            opened.clear();
        }
    }
}
