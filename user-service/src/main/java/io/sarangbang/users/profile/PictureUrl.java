package io.sarangbang.users.profile;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The address of a person's picture, https alone: pages of ours are, and browsers block or blank anything less there. */
final class PictureUrl {

    private static final int LONGEST = 2048;
    private static final String KAKAO = "kakaocdn.net";

    private PictureUrl() {}

    /** The address as a sign-in provider told it, where it can be used. */
    static @Nullable String told(@Nullable String address) {
        if (address == null || address.length() >= LONGEST) {
            return null;
        }
        try {
            return secured(new URI(address.strip()));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable String secured(URI address) {
        if (address.getHost() == null || address.getUserInfo() != null) {
            return null;
        }
        if ("https".equalsIgnoreCase(address.getScheme())) {
            return address.toString();
        }
        // Kakao still hands out http, though its picture servers speak https too.
        return "http".equalsIgnoreCase(address.getScheme()) && address.getPort() == -1 && isKakao(address.getHost())
                ? "https" + address.toString().substring("http".length())
                : null;
    }

    private static boolean isKakao(String host) {
        var name = host.toLowerCase(java.util.Locale.ROOT);
        return name.equals(KAKAO) || name.endsWith("." + KAKAO);
    }
}
