package io.sarangbang.standin.consent;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.sarangbang.standin.people.Provider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the pages; every value is escaped by the template engine, nothing is ever inserted raw. */
@Component
class Pages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).withLoader(Pages::source);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    ResponseEntity<String> page(
            HttpStatus status, String template, Provider provider, Language language, Map<String, ?> model) {
        var nonce = nonce();
        var all = new HashMap<String, Object>(model);
        all.put("language", language.code());
        all.put("cspNonce", nonce);
        all.put("t", texts(provider, language));
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                // No form-action: browsers apply it to the redirect back to the client, too.
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-" + nonce + "'; base-uri 'none'; frame-ancestors 'none'")
                .body(templates
                        .computeIfAbsent(template, compiler::loadTemplate)
                        .execute(all));
    }

    private static Map<String, String> texts(Provider provider, Language language) {
        var texts = new HashMap<>(language.texts());
        texts.computeIfPresent("practice", (_, text) -> text.replace("{provider}", language.text(provider.id())));
        return texts;
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Reader source(String name) throws IOException {
        var resource = new ClassPathResource("consent/" + name + ".mustache");
        return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
    }
}
