package io.sarangbang.doctor.tls;

import io.sarangbang.doctor.wire.Trust;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way from a site's certificate to whoever vouches for it, as far as what was sent leads.
 *
 * @param path the site's own first
 * @param end where the way ends
 */
record Chain(List<X509Certificate> path, End end) {

    /** Where the way ends. */
    enum End {
        /** At an authority that is trusted. */
        TRUSTED,
        /** At somebody who vouches for themselves, and whom nobody knows. */
        UNKNOWN,
        /** At a certificate whose issuer was not sent. */
        MISSING
    }

    /** @param offered as sent, the site's own first; the order of the others does not matter to browsers */
    static Chain of(List<X509Certificate> offered, Trust trust) {
        var anchors = Arrays.asList(trust.manager().getAcceptedIssuers());
        var path = new ArrayList<>(List.of(offered.getFirst()));
        while (path.size() <= offered.size()) {
            var last = path.getLast();
            if (anchors.contains(last) || issuer(last, anchors).isPresent()) {
                return new Chain(List.copyOf(path), End.TRUSTED);
            } else if (isIssuer(last, last)) {
                return new Chain(List.copyOf(path), End.UNKNOWN);
            }
            var next = issuer(last, offered);
            if (next.isEmpty()) {
                return new Chain(List.copyOf(path), End.MISSING);
            }
            path.add(next.get());
        }
        return new Chain(List.copyOf(path), End.MISSING); // they vouch for each other in a circle
    }

    X509Certificate leaf() {
        return path.getFirst();
    }

    /** Whoever should have vouched for the last one. */
    String wantedIssuer() {
        return path.getLast().getIssuerX500Principal().getName();
    }

    private static Optional<X509Certificate> issuer(X509Certificate certificate, List<X509Certificate> among) {
        return among.stream().filter(it -> isIssuer(it, certificate)).findFirst();
    }

    private static boolean isIssuer(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
