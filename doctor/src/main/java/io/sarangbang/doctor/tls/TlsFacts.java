package io.sarangbang.doctor.tls;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.wire.Trust;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a TLS handshake with the public name showed.
 *
 * @param offered the certificates as they were sent; unknown where there was no handshake
 * @param believed whether a client that checks goes through, or what it says against it
 * @param challenge the status that a certificate authority's question gets in clear text; 0 where nobody asks
 */
record TlsFacts(
        String host,
        boolean plain,
        Fact<List<X509Certificate>> offered,
        Fact<Boolean> believed,
        Trust trust,
        Instant now,
        Fact<Integer> challenge) {}
