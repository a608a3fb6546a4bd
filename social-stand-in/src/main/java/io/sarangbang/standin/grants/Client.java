package io.sarangbang.standin.grants;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application that is registered at a provider.
 *
 * @param redirectUris matched exactly, character by character
 */
public record Client(String id, String secret, List<String> redirectUris) {

    private static final int MOST_REDIRECT_URIS = 10;

    public Client {
        redirectUris = List.copyOf(redirectUris);
        if (redirectUris.size() > MOST_REDIRECT_URIS) {
            throw new IllegalArgumentException("At most 10 redirect URIs can be registered.");
        }
        redirectUris.forEach(Client::requireWeb);
    }

    /** Makes the client of a provider, naming the variable that is missing. */
    public static Client registered(
            String provider, @Nullable String id, @Nullable String secret, @Nullable List<String> redirectUris) {
        var prefix = "STANDIN_" + provider + "_";
        if (redirectUris == null || redirectUris.isEmpty()) {
            throw new IllegalArgumentException(prefix + "REDIRECT_URIS is not set");
        }
        return new Client(present(prefix + "CLIENT_ID", id), present(prefix + "CLIENT_SECRET", secret), redirectUris);
    }

    public boolean allows(@Nullable String redirectUri) {
        return redirectUri != null && redirectUris.contains(redirectUri);
    }

    public boolean knows(@Nullable String givenSecret) {
        return givenSecret != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), givenSecret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }

    private static String present(String variable, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(variable + " is not set");
        }
        return value;
    }

    private static void requireWeb(String redirectUri) {
        var uri = URI.create(redirectUri);
        if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("A redirect URI is an absolute http or https address: " + redirectUri);
        }
    }
}
