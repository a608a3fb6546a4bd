package io.sarangbang.auth.site;

import io.sarangbang.defaults.setup.SetupRefused;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The site's address in browsers. Redirect addresses and the cookies' flags come from here, never from a request's
 * {@code Host} header, which anybody may forge.
 *
 * @param publicUrl scheme, host and port, such as {@code https://rooms.example.kr}
 */
@ConfigurationProperties("sarangbang.site")
public record PublicSite(@DefaultValue("") String publicUrl) {

    public PublicSite {
        publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        if (!isOrigin(publicUrl)) {
            throw new SetupRefused("PUBLIC_URL must be the site's address in browsers without a path, for example"
                    + " https://rooms.example.kr, not \"" + publicUrl + "\".");
        }
    }

    /** Whether browsers reach the site over TLS. */
    public boolean https() {
        return publicUrl.startsWith("https://");
    }

    /** The full address of a path of this site. */
    public String at(String path) {
        return publicUrl + path;
    }

    private static boolean isOrigin(String address) {
        try {
            var uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
