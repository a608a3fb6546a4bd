package io.sarangbang.gateway.trust;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells our own pages from everybody else's by the {@code Origin} that browsers attach (RFC 6454). */
@Component
public class Origins {

    private final @Nullable String publicOrigin;
    private final @Nullable String scheme;

    Origins(TrustSettings settings) {
        var url = settings.publicUrl();
        this.publicOrigin = url == null ? null : origin(url);
        this.scheme = url == null ? null : url.getScheme();
    }

    /** Whether the {@code Origin} is the public address, or has the very host that the request was sent to. */
    public boolean ours(String origin, HttpHeaders request) {
        var given = origin.toLowerCase(Locale.ROOT);
        return given.equals(publicOrigin) || sameHost(given, request.getFirst(HttpHeaders.HOST));
    }

    private boolean sameHost(String origin, @Nullable String host) {
        if (host == null) {
            return false;
        }
        var authority = host.toLowerCase(Locale.ROOT);
        // A page served in clear text must not pass for ours once we are served over https.
        return (scheme == null || scheme.equals("http")) && origin.equals("http://" + authority)
                || (scheme == null || scheme.equals("https")) && origin.equals("https://" + authority);
    }

    private static String origin(URI url) {
        var defaultPort = "https".equals(url.getScheme()) ? 443 : 80;
        var port = url.getPort() == -1 || url.getPort() == defaultPort ? "" : ":" + url.getPort();
        return (url.getScheme() + "://" + url.getHost() + port).toLowerCase(Locale.ROOT);
    }
}
