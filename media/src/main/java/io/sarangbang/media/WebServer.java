package io.sarangbang.media;

import io.sarangbang.media.rest.RestApi;
import io.sarangbang.media.rpc.RpcServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP port: the WebSocket at {@code /openvidu}, and the REST API everywhere else. */
final class WebServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final int MAX_CONNECTIONS = 10_000;
    private static final long IDLE_MILLIS = 60_000;

    private final Server server;
    private final ServerConnector connector;

    WebServer(ServerSettings settings, RpcServer rpc, RestApi rest) throws IOException {
        server = new Server(threads());
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        if (!settings.bindAddress().isEmpty()) {
            connector.setHost(settings.bindAddress());
        }
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        var sockets = WebSocketUpgradeHandler.from(server, container -> configure(container, settings, rpc));
        sockets.setHandler(rest);
        server.setHandler(sockets);
        start();
    }

    int port() {
        return connector.getLocalPort();
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(16, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return threads;
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        return http;
    }

    private static void configure(ServerWebSocketContainer container, ServerSettings settings, RpcServer rpc) {
        container.setMaxTextMessageSize(settings.rpc().maxMessageBytes());
        container.setMaxFrameSize(settings.rpc().maxMessageBytes());
        container.setIdleTimeout(Duration.ofMillis(IDLE_MILLIS));
        container.addMapping("/openvidu", (request, response, _) -> {
            // Compression would cost each socket more memory than the few kilobytes of SDP it saves.
            response.setExtensions(List.of());
            return rpc.accept(clientAddress(request));
        });
    }

    /** The browser's address. A proxy tells it, but only one next to us is believed. */
    private static String clientAddress(ServerUpgradeRequest request) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)) {
            return "unknown";
        }
        var told = request.getHeaders().get("X-Real-IP");
        return told != null && near(peer.getAddress()) && told.matches("[0-9A-Fa-f.:]{2,45}")
                ? told
                : peer.getAddress().getHostAddress();
    }

    private static boolean near(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress();
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The HTTP server does not start", e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("the HTTP server did not stop cleanly", e);
        }
    }
}
