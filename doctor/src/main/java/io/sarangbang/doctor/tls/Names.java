package io.sarangbang.doctor.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For which names a certificate is (RFC 6125): the subject alternative names; browsers look at nothing else. */
final class Names {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private Names() {}

    static List<String> of(X509Certificate certificate) {
        return alternatives(certificate).stream()
                .filter(it -> it.getFirst().equals(DNS) || it.getFirst().equals(ADDRESS))
                .map(it -> it.get(1).toString())
                .toList();
    }

    static boolean cover(X509Certificate certificate, String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return of(certificate).stream()
                .anyMatch(it -> matches(it.toLowerCase(Locale.ROOT), name) || sameAddress(it, name));
    }

    /** A star stands for exactly one label, the first. */
    private static boolean matches(String pattern, String name) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name);
        }
        var dot = name.indexOf('.');
        return dot > 0 && pattern.substring(1).equals(name.substring(dot));
    }

    private static boolean sameAddress(String one, String other) {
        try {
            return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(other));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
