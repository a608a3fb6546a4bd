package io.sarangbang.doctor.web;

import io.sarangbang.doctor.wire.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the page's headers allow it to do. */
final class Policies {

    private static final List<String> NEEDED = List.of("camera", "microphone");

    private Policies() {}

    /** Of camera and microphone, what the page itself may not use; nothing said means it may. */
    static List<String> forbidden(Reply page) {
        var policy = String.join(", ", page.headers().getOrDefault("permissions-policy", List.of()));
        return NEEDED.stream()
                .filter(it -> allowlist(policy, it)
                        .filter(list -> !list.contains("self") && !list.contains("*"))
                        .isPresent())
                .toList();
    }

    private static Optional<String> allowlist(String policy, String feature) {
        var found = Pattern.compile("(?:^|[,\\s])" + feature + "\\s*=\\s*(\\([^)]*\\)|\\*|[\\w-]+)")
                .matcher(policy);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Whether every policy lets the page open a WebSocket there. */
    static boolean allowSignalling(Reply page, String siteHost, String mediaHost) {
        return page.headers().getOrDefault("content-security-policy", List.of()).stream()
                .allMatch(it -> allowsSignalling(it, siteHost, mediaHost));
    }

    private static boolean allowsSignalling(String policy, String siteHost, String mediaHost) {
        return sources(policy, "connect-src")
                .or(() -> sources(policy, "default-src"))
                .map(it -> it.stream().anyMatch(source -> allows(source, siteHost, mediaHost)))
                .orElse(true);
    }

    /** 'self' means wss of the same host and port, too (CSP 3). */
    private static boolean allows(String source, String siteHost, String mediaHost) {
        var self = source.equals("'self'") && siteHost.equalsIgnoreCase(mediaHost);
        var any = Set.of("*", "wss:").contains(source);
        var named = source.replaceFirst("/$", "");
        return self
                || any
                || named.equalsIgnoreCase("wss://" + mediaHost)
                || named.equalsIgnoreCase(mediaHost)
                || star(named, mediaHost);
    }

    private static boolean star(String source, String host) {
        var pattern = source.replaceFirst("^wss://", "");
        return pattern.startsWith("*.")
                && host.toLowerCase(Locale.ROOT).endsWith(pattern.substring(1).toLowerCase(Locale.ROOT));
    }

    private static Optional<List<String>> sources(String policy, String directive) {
        return Arrays.stream(policy.split(";"))
                .map(it -> List.of(it.strip().split("\\s+")))
                .filter(it -> it.getFirst().equalsIgnoreCase(directive))
                .map(it -> it.subList(1, it.size()))
                .findFirst();
    }
}
