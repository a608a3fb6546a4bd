package io.sarangbang.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A browser as the gateway shows it to this service: cookies for {@code /api/auth}, the access cookie as a bearer token. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    public Browser(int port) {
        this.port = port;
    }

    public HttpResponse<String> opens(String address, String... headers) {
        return send("GET", address, headers);
    }

    /** As our own pages do: with the header that other sites can't add. */
    public HttpResponse<String> posts(String address) {
        return send("POST", address, "X-Requested-With", "sarangbang");
    }

    public HttpResponse<String> deletes(String address) {
        return send("DELETE", address, "X-Requested-With", "sarangbang");
    }

    /** Begins a sign-in; the provider's page that the browser is sent to. */
    public URI startsSignIn(String provider, String returnTo) {
        return location(opens("/api/auth/sign-in/" + provider + "?returnTo="
                + java.net.URLEncoder.encode(returnTo, java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Comes back from the provider; the public address it was sent to is served by the instance at hand. */
    public HttpResponse<String> comesBack(URI callback) {
        return opens(callback.getRawPath() + "?" + callback.getRawQuery());
    }

    /** As our own pages do, with a body. */
    public HttpResponse<String> posts(String address, String json) {
        return send(
                "POST",
                address,
                BodyPublishers.ofString(json),
                "X-Requested-With",
                "sarangbang",
                "Content-Type",
                "application/json");
    }

    public HttpResponse<String> send(String method, String address, String... headers) {
        return send(method, address, BodyPublishers.noBody(), headers);
    }

    private HttpResponse<String> send(String method, String address, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .method(method, body)
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        accessToken().ifPresent(it -> request.header("Authorization", "Bearer " + it));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            keepCookies(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public java.util.Optional<String> accessToken() {
        return java.util.Optional.ofNullable(cookies.get("__Host-sb_access"));
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** The names of the cookies with its pending sign-ins. */
    public java.util.Set<String> pending() {
        return cookies.keySet().stream()
                .filter(it -> it.startsWith("__Host-sb_sign_in_"))
                .collect(Collectors.toSet());
    }

    public Browser copy() {
        var copy = new Browser(port);
        copy.cookies.putAll(cookies);
        return copy;
    }

    public static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    public static List<String> setCookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private void keepCookies(HttpResponse<String> answer) {
        for (var header : setCookies(answer)) {
            var cookie = HttpCookie.parse(header).getFirst();
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }
}
