package io.sarangbang.doctor.social;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.social.SocialFacts.Answers;
import io.sarangbang.doctor.social.SocialFacts.Provider;
import io.sarangbang.doctor.wire.Reply;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks each configured provider to redeem a code that was never given. A provider first looks at who asks, so its refusal
 * tells whether id and secret are right; nobody has to sign in for that.
 */
final class SocialProbe {

    private static final String CODE = "asked-by-the-doctor";
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
    private static final int MOST_REDIRECTS = 3;

    private final Installation installation;
    private final Wire wire;

    private SocialProbe(Installation installation) {
        this.installation = installation;
        this.wire = new Wire(installation);
    }

    static SocialFacts ask(Inquiry inquiry) {
        return new SocialProbe(inquiry.installation()).facts();
    }

    private SocialFacts facts() {
        var answers = new EnumMap<Provider, Answers>(Provider.class);
        for (var provider : Provider.values()) {
            installation
                    .variable(provider + "_CLIENT_ID")
                    .ifPresent(id -> answers.put(provider, answers(provider, id)));
        }
        return new SocialFacts(answers);
    }

    private Answers answers(Provider provider, String id) {
        var name = provider.name().toLowerCase(Locale.ROOT);
        var redirectUri = installation.publicUrl() + "/api/auth/callback/" + name;
        return new Answers(
                redirectUri,
                known(() -> wire.send("POST", token(provider), FORM, form(tokenQuestion(provider, id, redirectUri)))),
                known(() ->
                        firstPage(URI.create(authorize(provider) + "?" + form(authorizeQuestion(id, redirectUri))))));
    }

    private Map<String, String> tokenQuestion(Provider provider, String id, String redirectUri) {
        var question = new LinkedHashMap<String, String>();
        question.put("grant_type", "authorization_code");
        question.put("client_id", id);
        installation.secret(provider + "_CLIENT_SECRET").ifPresent(it -> question.put("client_secret", it));
        question.put("redirect_uri", redirectUri);
        question.put("code", CODE);
        question.put("state", CODE);
        return question;
    }

    private static Map<String, String> authorizeQuestion(String id, String redirectUri) {
        var question = new LinkedHashMap<String, String>();
        question.put("response_type", "code");
        question.put("client_id", id);
        question.put("redirect_uri", redirectUri);
        question.put("state", CODE);
        return question;
    }

    /** As a browser: along redirects of the provider, but never back to us. */
    private Reply firstPage(URI uri) throws IOException {
        var at = uri;
        var reply = wire.get(at);
        for (var i = 0; i < MOST_REDIRECTS && leadsOn(reply); i++) {
            var next = at.resolve(reply.header("location").orElseThrow());
            var backToUs = isOurs(next) && (!isOurs(uri) || next.getPath().startsWith("/api/"));
            if (backToUs || Refusals.asksWhoOneIs(next)) {
                return reply;
            }
            at = next;
            reply = wire.get(at);
        }
        return reply;
    }

    private static boolean leadsOn(Reply reply) {
        return reply.status() / 100 == 3 && reply.header("location").isPresent();
    }

    private boolean isOurs(URI uri) {
        return installation.host().equalsIgnoreCase(uri.getHost());
    }

    private URI token(Provider provider) {
        return URI.create(address(
                provider,
                "_TOKEN_URI",
                switch (provider) {
                    case KAKAO -> "https://kauth.kakao.com/oauth/token";
                    case NAVER -> "https://nid.naver.com/" + naverStack() + "/token";
                }));
    }

    private URI authorize(Provider provider) {
        return URI.create(address(
                provider,
                "_AUTHORIZE_URI",
                switch (provider) {
                    case KAKAO -> "https://kauth.kakao.com/oauth/authorize";
                    case NAVER -> "https://nid.naver.com/" + naverStack() + "/authorize";
                }));
    }

    private String naverStack() {
        return installation.variable("NAVER_OIDC", "false").equals("true") ? "oauth2" : "oauth2.0";
    }

    private String address(Provider provider, String suffix, String real) {
        return installation.variable(provider + suffix, real);
    }

    private static String form(Map<String, String> question) {
        return question.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Fact<Reply> known(Question question) {
        try {
            return Fact.known(question.ask());
        } catch (IOException e) {
            return Fact.unknown(Wire.said(e));
        }
    }

    /** Something that may fail on the way. */
    private interface Question {
        Reply ask() throws IOException;
    }
}
