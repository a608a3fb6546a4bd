package io.sarangbang.auth.visitor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names a device for the people who use it, {@code KakaoTalk · Android}; no fingerprint, no version. */
final class Device {

    static final String UNKNOWN = "Unknown device";

    // In order: an in-app browser's user agent names Chrome or Safari too, Edge's names Chrome, Chrome's names Safari.
    private static final Map<String, String> APPS = ordered(
            "KAKAOTALK", "KakaoTalk",
            "NAVER(inapp", "NAVER",
            "Instagram", "Instagram",
            "Line/", "LINE",
            "Whale/", "Whale",
            "SamsungBrowser/", "Samsung Internet",
            "Edg", "Edge",
            "OPR/", "Opera",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "Windows", "Windows",
            "CrOS", "ChromeOS",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    private Device() {}

    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return UNKNOWN;
        }
        var app = named(userAgent, APPS);
        var system = named(userAgent, SYSTEMS);
        if (app == null) {
            return system == null ? UNKNOWN : system;
        }
        return system == null ? app : app + " · " + system;
    }

    private static @Nullable String named(String userAgent, Map<String, String> names) {
        return names.entrySet().stream()
                .filter(it -> userAgent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
