package io.sarangbang.standin.grants;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The way back from a provider's page to the client. */
public final class ClientRedirect {

    private ClientRedirect() {}

    public static ResponseEntity<String> withCode(String redirectUri, String code, String state) {
        return to(redirectUri, Map.of("code", code), state);
    }

    public static ResponseEntity<String> withError(String redirectUri, String error, String description, String state) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", error);
        parameters.put("error_description", description);
        return to(redirectUri, parameters, state);
    }

    /** 303: a browser must not send the form of the consent page on to the client (RFC 9700 §4.12). */
    private static ResponseEntity<String> to(String redirectUri, Map<String, String> parameters, String state) {
        var all = new LinkedHashMap<>(parameters);
        all.put("state", state);
        var query = all.entrySet().stream()
                .map(it -> it.getKey() + '=' + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", redirectUri + (redirectUri.contains("?") ? '&' : '?') + query)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
