package io.sarangbang.standin.grants;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where this server is found: by browsers perhaps behind a gateway, by clients' back ends where they have called it. */
@Component
public class Addresses {

    /** The providers name the character set, which strict clients stumble over. */
    public static final MediaType JSON = MediaType.parseMediaType("application/json;charset=UTF-8");

    private final String publicUrl;

    Addresses(@Value("${stand-in.public-url:}") String publicUrl) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** For pages that browsers visit. */
    public String forBrowsers(HttpServletRequest request, String path) {
        return (publicUrl.isEmpty() ? base(request) : publicUrl) + path;
    }

    /** For calls between servers. */
    public String forServers(HttpServletRequest request, String path) {
        return base(request) + path;
    }

    /** A JSON answer that nobody may keep. */
    public static ResponseEntity<?> json(int status, Map<String, ?> body) {
        return ResponseEntity.status(status)
                .contentType(JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
