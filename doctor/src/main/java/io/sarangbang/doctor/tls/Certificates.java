package io.sarangbang.doctor.tls;

import io.sarangbang.doctor.report.Verdict;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Judges what the handshake showed. */
final class Certificates {

    /** Automatic renewal comes at a third of a certificate's life; this late it has failed more than once. */
    private static final Duration SOON = Duration.ofDays(14);

    private static final int SOON_IN_PARTS_OF_LIFE = 6;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private Certificates() {}

    static Verdict unreachable(TlsFacts facts) {
        return facts.offered()
                .either(
                        offered -> Verdict.foundIf(
                                offered.isEmpty() && !facts.plain(),
                                Map.of("host", facts.host(), "why", "it showed no certificate")),
                        why -> Verdict.found(Map.of("host", facts.host(), "why", why)));
    }

    static Verdict selfSigned(TlsFacts facts) {
        return ofChain(
                facts,
                chain -> Verdict.foundIf(
                        chain.end() == Chain.End.UNKNOWN,
                        Map.of("host", facts.host(), "issuer", name(chain.path().getLast()))));
    }

    static Verdict incomplete(TlsFacts facts) {
        return ofChain(
                facts,
                chain -> Verdict.foundIf(
                        chain.end() == Chain.End.MISSING,
                        Map.of("host", facts.host(), "issuer", chain.wantedIssuer())));
    }

    static Verdict wrongName(TlsFacts facts) {
        return ofChain(
                facts,
                chain -> Verdict.foundIf(
                        !Names.cover(chain.leaf(), facts.host()),
                        Map.of("host", facts.host(), "names", String.join(", ", Names.of(chain.leaf())))));
    }

    static Verdict expired(TlsFacts facts) {
        return ofChain(
                facts,
                chain -> Verdict.foundEach(chain.path().stream()
                        .filter(it -> !isValid(it, facts.now()))
                        .limit(1)
                        .map(it -> Map.of(
                                "name",
                                name(it),
                                "from",
                                from(it).toString(),
                                "until",
                                until(it).toString(),
                                "now",
                                facts.now().toString()))
                        .toList()));
    }

    static Verdict expiresSoon(TlsFacts facts) {
        return ofChain(facts, chain -> {
            var first = chain.path().stream()
                    .min(Comparator.comparing(X509Certificate::getNotAfter))
                    .orElseThrow();
            var left = Duration.between(facts.now(), until(first));
            return left.compareTo(soon(first)) < 0
                    ? Verdict.warned(Map.of("name", name(first), "days", String.valueOf(left.toDays())))
                    : Verdict.fine();
        });
    }

    /** What else a careful client may have against a certificate. */
    static Verdict refused(TlsFacts facts) {
        return facts.believed()
                .either(_ -> Verdict.fine(), why -> Verdict.found(Map.of("host", facts.host(), "why", why)));
    }

    /** There is nothing at that address, and our nginx says just that; a redirect to https or another server is no answer. */
    static Verdict challengeUnreachable(TlsFacts facts) {
        return facts.challenge()
                .either(
                        status -> Verdict.foundIf(
                                status != 0 && status != NOT_FOUND && status != OK,
                                Map.of("host", facts.host(), "why", "HTTP " + status)),
                        why -> Verdict.found(Map.of("host", facts.host(), "why", why)));
    }

    private static Verdict ofChain(TlsFacts facts, Function<Chain, Verdict> judged) {
        Function<List<X509Certificate>, Verdict> ifOffered =
                offered -> offered.isEmpty() ? Verdict.fine() : judged.apply(Chain.of(offered, facts.trust()));
        return facts.offered().either(ifOffered, Verdict::unmeasured);
    }

    private static Duration soon(X509Certificate certificate) {
        var part = Duration.between(from(certificate), until(certificate)).dividedBy(SOON_IN_PARTS_OF_LIFE);
        return part.compareTo(SOON) < 0 ? part : SOON;
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(from(certificate)) && now.isBefore(until(certificate));
    }

    private static Instant from(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant until(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
