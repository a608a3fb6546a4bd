package io.sarangbang.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What pages of ours may load.
 *
 * @param connectTo origins besides our own that pages may speak to, such as the media server's where it has a name of its
 *     own ({@code wss://media.example.com})
 */
@ConfigurationProperties("sarangbang.pages")
record PageSettings(@DefaultValue List<String> connectTo) {

    /**
     * The content security policy. Styles may be inline because Vue binds them; pictures come from the sign-in providers'
     * many hosts; {@code blob:} is what recordings and canvases are played from.
     */
    String policy() {
        var connect = connectTo.isEmpty() ? "" : " " + String.join(" ", connectTo);
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob: https:",
                "media-src 'self' blob: mediastream:",
                "font-src 'self' data:",
                "connect-src 'self'" + connect,
                "worker-src 'self' blob:",
                "manifest-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
