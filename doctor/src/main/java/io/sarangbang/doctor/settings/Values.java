package io.sarangbang.doctor.settings;

import io.sarangbang.doctor.report.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether each value can be one. */
final class Values {

    private static final String NAME = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";
    private static final String PORT = "([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** A form that values have. */
    private record Form(String shown, Pattern pattern) {

        Form(String shown, String pattern) {
            this(shown, Pattern.compile(pattern));
        }

        static Form oneOf(String... words) {
            return new Form(String.join(" | ", words), String.join("|", words));
        }
    }

    private static final Map<String, Form> FORMS = new LinkedHashMap<>();

    static {
        var port = new Form("1–65535", PORT);
        var yesOrNo = Form.oneOf("true", "false");
        FORMS.put("ENVIRONMENT", Form.oneOf("laptop", "test", "production"));
        FORMS.put("DOMAIN", new Form("rooms.example.kr", NAME));
        FORMS.put("TURN_DOMAIN", new Form("turn.rooms.example.kr", NAME));
        FORMS.put("PUBLIC_URL", new Form("https://rooms.example.kr[:PORT]", "https?://" + NAME + "(:" + PORT + ")?"));
        FORMS.put("PUBLIC_IP", new Form("203.0.113.7", BYTE + "(\\." + BYTE + "){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]+"));
        FORMS.put("TLS", Form.oneOf("local", "acme", "files", "off"));
        FORMS.put("ACME_EMAIL", new Form("name@rooms.example.kr", "[^@\\s]+@[^@\\s]+\\.[^@\\s]+"));
        FORMS.put("ACME_SERVER", new Form("https://HOST/PATH", "https://\\S+"));
        FORMS.put("HTTP_PORT", port);
        FORMS.put("HTTPS_PORT", port);
        FORMS.put("TURN_PORT", port);
        FORMS.put("MEDIA_PORT", port);
        FORMS.put("MEDIA_SERVER", Form.oneOf("embedded", "openvidu", "external"));
        FORMS.put("OPENVIDU_URL", new Form("https://HOST[:PORT]", "https?://" + NAME + "(:" + PORT + ")?/?"));
        FORMS.put("OPENVIDU_SECRET", new Form("A-Z a-z 0-9 - _", "[A-Za-z0-9_-]+"));
        FORMS.put("OPENVIDU_WEBHOOK_SECRET", new Form("A-Z a-z 0-9 - _", "[A-Za-z0-9_-]+"));
        FORMS.put("TURN_SECRET", new Form("A-Z a-z 0-9 - _", "[A-Za-z0-9_-]+"));
        FORMS.put("SIGN_IN", Form.oneOf("stand-in", "providers"));
        FORMS.put("KAKAO_OIDC", yesOrNo);
        FORMS.put("KAKAO_PKCE", yesOrNo);
        FORMS.put("NAVER_OIDC", yesOrNo);
        FORMS.put("NAVER_PKCE", yesOrNo);
        FORMS.put("REDIS_URL", new Form("redis://HOST[:PORT]", "rediss?://\\S+"));
    }

    private static final List<String> PORTS = List.of("HTTP_PORT", "HTTPS_PORT", "TURN_PORT", "MEDIA_PORT");
    private static final Map<String, String> USUAL =
            Map.of("HTTP_PORT", "80", "HTTPS_PORT", "443", "TURN_PORT", "3478", "MEDIA_PORT", "40000");

    private Values() {}

    static Verdict invalid(SettingsFacts facts) {
        var wrong = new ArrayList<Map<String, String>>();
        FORMS.forEach((name, form) -> facts.value(name)
                .filter(it -> !form.pattern().matcher(it).matches())
                .ifPresent(it -> wrong.add(Map.of("variable", name, "value", shown(name, it), "form", form.shown()))));
        return Verdict.foundEach(wrong);
    }

    /** A name that is almost one of ours was meant to be it; whoever else's it is, it is none of our business. */
    static Verdict unknown(SettingsFacts facts) {
        if (facts.known().isEmpty()) {
            return Verdict.unmeasured(".env.example is not at hand");
        }
        return Verdict.warnedEach(facts.installation().variables().keySet().stream()
                .filter(it -> !facts.known().contains(it))
                .sorted()
                .flatMap(it -> nearest(it, facts).stream().map(near -> Map.of("variable", it, "nearest", near)))
                .toList());
    }

    static Verdict portsCollide(SettingsFacts facts) {
        var byPort = PORTS.stream()
                .collect(Collectors.groupingBy(
                        it -> facts.value(it, USUAL.getOrDefault(it, "")), LinkedHashMap::new, Collectors.toList()));
        return Verdict.foundEach(byPort.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> Map.of("port", it.getKey(), "variables", String.join(", ", it.getValue())))
                .toList());
    }

    static Verdict openViduUrlMissing(SettingsFacts facts) {
        return Verdict.foundIf(
                facts.value("MEDIA_SERVER", "embedded").equals("external")
                        && facts.value("OPENVIDU_URL").isEmpty(),
                Map.of());
    }

    private static String shown(String name, String value) {
        return name.endsWith("_SECRET") ? "…" : value;
    }

    private static Optional<String> nearest(String name, SettingsFacts facts) {
        return facts.known().stream()
                .filter(it -> it.length() > 5 && name.length() > 5)
                .filter(it -> distance(it, name) <= 2)
                .min(Comparator.<String>comparingInt(it -> distance(it, name)).thenComparing(it -> it));
    }

    /** How many letters must be put in, taken out or exchanged to make one word of the other. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
