package io.sarangbang.gateway.stage;

import io.netty.buffer.Unpooled;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.json.JsonMapper;

/** A service behind the gateway: answers what it was asked, as JSON, and misbehaves where the path asks for that. */
public final class Backend implements AutoCloseable {

    private final String name;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final DisposableServer server;

    private Backend(String name, int port, Consumer<HttpServerRoutes> more) {
        this.name = name;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .httpRequestDecoder(it -> it.maxHeaderSize(65_536).maxInitialLineLength(65_536))
                .route(routes -> {
                    more.accept(routes);
                    routes.ws("/openvidu", this::signalling).route(_ -> true, this::answer);
                })
                .bindNow();
    }

    public static Backend open(String name) {
        return new Backend(name, 0, _ -> {});
    }

    /** One that answers some addresses otherwise than by repeating what it was asked. */
    public static Backend open(String name, int port, Consumer<HttpServerRoutes> more) {
        return new Backend(name, port, more);
    }

    public int port() {
        return server.port();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Method and address of every request that came, oldest first. */
    public List<String> asked() {
        return asked;
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        asked.add(request.method() + " " + request.uri());
        var path = request.path();
        if (path.endsWith("/silent")) {
            return Mono.never();
        }
        if (path.endsWith("/broken")) {
            request.withConnection(connection -> connection.channel().close());
            return Mono.never();
        }
        if (path.endsWith("/garbage")) {
            request.withConnection(connection -> connection
                    .channel()
                    .pipeline()
                    .firstContext()
                    .writeAndFlush(Unpooled.copiedBuffer("I am no HTTP at all\r\n\r\n".getBytes())));
            return Mono.never();
        }
        if (path.endsWith("/half")) {
            request.withConnection(connection -> connection
                    .channel()
                    .pipeline()
                    .firstContext()
                    .writeAndFlush(
                            Unpooled.copiedBuffer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this".getBytes()))
                    .addListener(_ -> connection.channel().close()));
            return Mono.never();
        }
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .flatMap(body -> response.header("Content-Type", "application/json")
                        .header("Server", "Backend/1.0")
                        .header("X-Powered-By", "tests")
                        .header("X-Request-Id", "the-services-own-id")
                        .sendString(Mono.just(describe(request, body)))
                        .then());
    }

    private String describe(HttpServerRequest request, String body) {
        var headers = new TreeMap<String, List<String>>();
        request.requestHeaders()
                .names()
                .forEach(it ->
                        headers.put(it.toLowerCase(), request.requestHeaders().getAll(it)));
        return JsonMapper.shared().writeValueAsString(new Seen(name, request.uri(), headers, body));
    }

    private record Seen(String by, String uri, TreeMap<String, List<String>> headers, String body) {}

    private Publisher<Void> signalling(WebsocketInbound in, WebsocketOutbound out) {
        asked.add("WS " + in.headers().get("Cookie"));
        return out.sendObject(Flux.concat(
                Mono.just(new TextWebSocketFrame(((HttpServerRequest) in).uri())),
                in.receive()
                        .asString()
                        .map(text -> text.startsWith("close ")
                                ? new CloseWebSocketFrame(Integer.parseInt(text.substring(6)), "as asked")
                                : new TextWebSocketFrame("echo " + text))));
    }

    /** With all connections, as a process that ends: those kept alive would go on answering. */
    @Override
    public void close() {
        connections.close().awaitUninterruptibly();
        server.disposeNow(Duration.ofSeconds(1));
    }
}
