package io.sarangbang.auth.account;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a provider told about a person. Who they are is the first three together and nothing else: an e-mail address is not
 * asked for, as it may be missing, unverified, or somebody else's tomorrow.
 *
 * @param provider the provider's id
 * @param app the application at the provider within which the subject is meant
 * @param subject the provider's id of the person
 * @param refreshToken the provider's, where it takes one to tell the provider of the end; kept sealed and for nothing else
 */
public record Profile(
        String provider,
        String app,
        String subject,
        @Nullable String nickname,
        @Nullable String picture,
        @Nullable String refreshToken) {

    private static final int LONGEST_NICKNAME = 40;
    private static final int LONGEST_PICTURE = 500;
    private static final int LONGEST_TOKEN = 1024;

    public Profile {
        nickname = tidy(nickname);
        picture = isWebAddress(picture) ? picture : null;
        refreshToken = refreshToken == null || refreshToken.length() > LONGEST_TOKEN ? null : refreshToken;
    }

    public Profile(String provider, String app, String subject, @Nullable String nickname, @Nullable String picture) {
        this(provider, app, subject, nickname, picture, null);
    }

    /** The same person, and a token of theirs. */
    public Profile with(@Nullable String token) {
        return new Profile(provider, app, subject, nickname, picture, token);
    }

    /** Providers pass on what people typed: control characters and any length. */
    private static @Nullable String tidy(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var tidy =
                name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", " ").strip().replaceAll("\\s+", " ");
        var length = Math.min(LONGEST_NICKNAME, tidy.codePointCount(0, tidy.length()));
        var cut = tidy.substring(0, tidy.offsetByCodePoints(0, length)).strip();
        return cut.isEmpty() ? null : cut;
    }

    private static boolean isWebAddress(@Nullable String address) {
        if (address == null || address.length() > LONGEST_PICTURE) {
            return false;
        }
        try {
            var uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Profile[" + provider + "]";
    }
}
