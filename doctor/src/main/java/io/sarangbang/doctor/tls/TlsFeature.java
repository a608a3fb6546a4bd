package io.sarangbang.doctor.tls;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Feature;
import java.util.List;
import java.util.Set;

/** The certificate of the public name. */
public final class TlsFeature {

    private TlsFeature() {}

    public static Feature feature() {
        return new Feature(
                "tls",
                Set.of(View.INSIDE, View.OUTSIDE),
                List.of(Probe.of(TlsFacts.class, TlsProbe::ask)),
                List.of(
                        Check.on(TlsFacts.class, "https-unreachable", Certificates::unreachable)
                                .after(
                                        "setting-invalid",
                                        "public-url-not-https",
                                        "domain-left-at-localhost",
                                        "domain-and-url-differ",
                                        "public-port-differs",
                                        "domain-does-not-resolve",
                                        "domain-resolves-elsewhere",
                                        "port-taken"),
                        Check.on(TlsFacts.class, "certificate-self-signed", Certificates::selfSigned)
                                .after("https-unreachable"),
                        Check.on(TlsFacts.class, "certificate-chain-incomplete", Certificates::incomplete)
                                .after("https-unreachable", "certificate-self-signed"),
                        Check.on(TlsFacts.class, "certificate-wrong-name", Certificates::wrongName)
                                .after("https-unreachable", "certificate-self-signed"),
                        Check.on(TlsFacts.class, "certificate-expired", Certificates::expired)
                                .after("https-unreachable", "certificate-self-signed", "certificate-wrong-name"),
                        Check.on(TlsFacts.class, "certificate-expires-soon", Certificates::expiresSoon)
                                .after("https-unreachable", "certificate-self-signed", "certificate-expired"),
                        Check.on(TlsFacts.class, "certificate-refused", Certificates::refused)
                                .after(
                                        "https-unreachable",
                                        "certificate-self-signed",
                                        "certificate-chain-incomplete",
                                        "certificate-wrong-name",
                                        "certificate-expired"),
                        Check.on(TlsFacts.class, "acme-challenge-unreachable", Certificates::challengeUnreachable)
                                .after(
                                        "setting-invalid",
                                        "domain-left-at-localhost",
                                        "domain-does-not-resolve",
                                        "domain-resolves-elsewhere",
                                        "stale-aaaa",
                                        "port-taken")
                                .fromInsideOnly()));
    }
}
