package io.sarangbang.gateway.trust;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/** The cookies of a signed-in browser, as docs/api.md names them. */
final class SessionCookies {

    private static final String OURS = "sb_";
    private static final List<String> PREFIXES = List.of("__Host-", "__Secure-", "");

    /** auth-service's own; no other service has any use for a cookie. */
    private static final Set<String> FOR_AUTH = Set.of("sb_refresh", "sb_proof");

    /** Followed by what tells one pending sign-in from another. */
    private static final String PENDING_SIGN_IN = "sb_sign_in_";

    private final List<String> accessNames;

    /**
     * @param prefixedOnly under https, where a sibling domain could plant a plain {@code sb_access} but never one with
     *     the {@code __Host-} prefix
     */
    SessionCookies(boolean prefixedOnly) {
        this.accessNames = prefixedOnly ? List.of("__Host-sb_access") : List.of("__Host-sb_access", "sb_access");
    }

    @Nullable
    String accessToken(ServerHttpRequest request) {
        for (var name : accessNames) {
            var cookie = request.getCookies().getFirst(name);
            if (cookie != null && !cookie.getValue().isBlank()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    static boolean any(ServerHttpRequest request) {
        return request.getCookies().keySet().stream().anyMatch(SessionCookies::isOurs);
    }

    /** The {@code Cookie} header for auth-service; empty when nothing is left of it. */
    static String forAuth(ServerHttpRequest request) {
        return join(request.getCookies(), name -> isForAuth(bare(name)));
    }

    /** The {@code Cookie} header for the stand-ins, which are another site and must not see ours. */
    static String forStrangers(ServerHttpRequest request) {
        return join(request.getCookies(), name -> !isOurs(name));
    }

    private static boolean isForAuth(String bareName) {
        return FOR_AUTH.contains(bareName) || bareName.startsWith(PENDING_SIGN_IN);
    }

    private static boolean isOurs(String name) {
        return bare(name).startsWith(OURS);
    }

    private static String bare(String name) {
        for (var prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    private static String join(MultiValueMap<String, HttpCookie> cookies, java.util.function.Predicate<String> wanted) {
        return cookies.values().stream()
                .flatMap(List::stream)
                .filter(it -> wanted.test(it.getName()))
                .map(it -> it.getName() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }
}
