package io.sarangbang.doctor.social;

import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.social.SocialFacts.Answers;
import io.sarangbang.doctor.social.SocialFacts.Provider;
import io.sarangbang.doctor.wire.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the providers' refusals. What is not known by its text is never taken for good. */
final class Refusals {

    /** What a refusal means. */
    enum Meaning {
        /** They know who asks; only the code is wrong, as it has to be. */
        KNOWN,
        WRONG_CREDENTIALS,
        WRONG_REDIRECT,
        UNCLEAR
    }

    private static final Pattern KOE = Pattern.compile("KOE\\d{3}");
    private static final Pattern LOGIN = Pattern.compile("(?i)(accounts\\.kakao\\.com|nidlogin|/login)");

    private Refusals() {}

    static Verdict credentials(SocialFacts facts, Provider provider) {
        var answers = Optional.ofNullable(facts.answers().get(provider));
        return answers.map(it -> it.token().either(reply -> credentials(provider, reply), Verdict::unmeasured))
                .orElse(Verdict.fine());
    }

    private static Verdict credentials(Provider provider, Reply reply) {
        return switch (meaning(provider, reply)) {
            case WRONG_CREDENTIALS -> Verdict.found(Map.of("why", shown(reply)));
            case KNOWN, WRONG_REDIRECT -> Verdict.fine();
            case UNCLEAR -> Verdict.unmeasured(provider.shown() + " says " + shown(reply));
        };
    }

    static Verdict redirect(SocialFacts facts) {
        var found = new ArrayList<Map<String, String>>();
        var unclear = new ArrayList<String>();
        facts.answers().forEach((provider, answers) -> {
            switch (redirect(provider, answers)) {
                case WRONG_REDIRECT -> found.add(Map.of("provider", provider.shown(), "uri", answers.redirectUri()));
                case UNCLEAR ->
                    unclear.add(provider.shown() + " says "
                            + answers.authorize().<String>either(Refusals::shown, why -> why));
                case KNOWN, WRONG_CREDENTIALS -> {} // nothing against the address
            }
        });
        return found.isEmpty() && !unclear.isEmpty()
                ? Verdict.unmeasured(String.join("; ", unclear))
                : Verdict.foundEach(found);
    }

    static Verdict unreachable(SocialFacts facts) {
        return Verdict.foundEach(facts.answers().entrySet().stream()
                .flatMap(it ->
                        silence(it.getValue())
                                .map(why -> Map.of("provider", it.getKey().shown(), "why", why))
                                .stream())
                .toList());
    }

    private static Optional<String> silence(Answers answers) {
        return answers.token()
                .either(
                        reply -> Optional.of("HTTP " + reply.status()).filter(_ -> reply.status() >= 500),
                        Optional::of);
    }

    private static Meaning redirect(Provider provider, Answers answers) {
        var early = answers.token().either(it -> meaning(provider, it), _ -> Meaning.UNCLEAR);
        return early == Meaning.WRONG_REDIRECT
                ? early
                : answers.authorize().either(it -> page(provider, answers, it), _ -> Meaning.UNCLEAR);
    }

    /** The provider's own sign-in, which comes after it has looked at the application. */
    static boolean asksWhoOneIs(URI page) {
        return LOGIN.matcher(page.toString()).find();
    }

    static Meaning meaning(Provider provider, Reply reply) {
        var text = reply.text();
        return switch (provider) {
            case KAKAO -> kakao(text);
            case NAVER -> naver(text);
        };
    }

    private static Meaning kakao(String text) {
        if (text.contains("KOE010") || text.contains("KOE101")) {
            return Meaning.WRONG_CREDENTIALS;
        } else if (text.contains("KOE303") || text.contains("KOE006")) {
            return Meaning.WRONG_REDIRECT;
        }
        return text.contains("KOE320") ? Meaning.KNOWN : Meaning.UNCLEAR;
    }

    private static Meaning naver(String text) {
        if (text.contains("invalid_client")
                || text.contains("unauthorized_client")
                || text.contains("wrong client id")) {
            return Meaning.WRONG_CREDENTIALS;
        }
        return text.contains("no valid data in session") || text.contains("invalid_grant")
                ? Meaning.KNOWN
                : Meaning.UNCLEAR;
    }

    /** A page that asks who one is, or what one shares, is shown only where the address to come back to is registered. */
    private static Meaning page(Provider provider, Answers answers, Reply reply) {
        var text = reply.text();
        if (provider == Provider.KAKAO && KOE.matcher(text).find()) {
            return kakao(text);
        } else if (provider == Provider.NAVER && reply.status() >= 400) {
            return text.contains("redirect_uri") ? Meaning.WRONG_REDIRECT : naver(text);
        }
        var where = reply.header("location").orElse("");
        var asks = reply.status() == 200 && text.contains("<form");
        return asks
                        || where.startsWith(answers.redirectUri())
                        || LOGIN.matcher(where).find()
                ? Meaning.KNOWN
                : Meaning.UNCLEAR;
    }

    private static String shown(Reply reply) {
        var codes = KOE.matcher(reply.text());
        var text = reply.text().strip().replaceAll("\\s+", " ");
        var said = codes.find() ? codes.group() : text.substring(0, Math.min(text.length(), 120));
        return "HTTP " + reply.status() + (said.isEmpty() ? "" : ", " + said);
    }
}
