package io.sarangbang.media.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sarangbang.media.session.Rooms;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every HTTP request that is not a WebSocket handshake. */
public final class RestApi extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(RestApi.class);
    private static final int MAX_BODY = 64 * 1024;

    private final List<Route> routes;
    private final BasicAuth auth;

    public RestApi(RestSettings settings, Rooms rooms, Health health) {
        this.auth = new BasicAuth(settings.secret());
        this.routes = Stream.of(
                        new SessionRoutes(rooms).all(),
                        new ConnectionRoutes(rooms).all(),
                        new OtherRoutes(settings, health).all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var reply = answer(request);
        var headers = response.getHeaders();
        response.setStatus(reply.status());
        headers.put(HttpHeader.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        if (reply.status() == 401) {
            // Without it the Java client, which never sends credentials unasked, gives up.
            headers.put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Realm\"");
        }
        if (reply.contentType() != null) {
            headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
        }
        response.write(true, reply.bytes(), callback);
        return true;
    }

    private Reply answer(Request request) {
        var path = request.getHttpURI().getDecodedPath();
        var here = routes.stream().filter(route -> route.matches(path)).toList();
        var open = here.stream().anyMatch(Route::open);
        if (!open && !auth.accepts(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
            return Reply.empty(401);
        }
        if (here.isEmpty()) {
            return Reply.error(404, "Not Found", "No message available", path);
        }
        return here.stream()
                .filter(candidate -> candidate.method().equals(request.getMethod()))
                .findFirst()
                .map(route -> run(route, request, path))
                .orElseGet(
                        () -> Reply.error(405, "Method Not Allowed", request.getMethod() + " is not supported", path));
    }

    private static Reply run(Route route, Request request, String path) {
        try {
            var body = read(request);
            if (body.isEmpty()) {
                return Reply.error(413, "Content Too Large", "At most " + MAX_BODY + " bytes", path);
            }
            return run(route, new Call(path, route.match(path), Request.extractQueryParameters(request), body.get()));
        } catch (IOException e) {
            return Reply.error(400, "Bad Request", "The body could not be read", path);
        } catch (RuntimeException e) {
            log.error("{} {} failed", request.getMethod(), path, e);
            return Reply.error(500, "Internal Server Error", "Internal error", path);
        }
    }

    private static Reply run(Route route, Call call) {
        try {
            return route.action().answer(call);
        } catch (BadParameter e) {
            return call.badRequest(e);
        }
    }

    /** The body, or empty when it is larger than any honest one. */
    private static Optional<String> read(Request request) throws IOException {
        try (var in = Request.asInputStream(request)) {
            var bytes = in.readNBytes(MAX_BODY + 1);
            return bytes.length > MAX_BODY ? Optional.empty() : Optional.of(new String(bytes, UTF_8));
        }
    }
}
