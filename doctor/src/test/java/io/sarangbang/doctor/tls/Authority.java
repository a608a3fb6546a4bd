package io.sarangbang.doctor.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes real certificates, good ones and bad ones. */
public final class Authority {

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final X500Principal name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private Authority(X500Principal name, KeyPair keys, X509Certificate certificate) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
    }

    /** One that vouches for itself. */
    public static Authority root(String name) {
        var keys = keys();
        var subject = new X500Principal("CN=" + name);
        return new Authority(subject, keys, sign(subject, keys, subject, keys, year(), true, List.of()));
    }

    /** One that this one vouches for. */
    public Authority below(String name) {
        var its = keys();
        var subject = new X500Principal("CN=" + name);
        return new Authority(subject, its, sign(this.name, keys, subject, its, year(), true, List.of()));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A year that began a month ago. */
    static Instant[] year() {
        var now = Instant.now();
        return new Instant[] {now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(335))};
    }

    /** What a server has in its hands. */
    public record Site(KeyPair keys, List<X509Certificate> chain) {

        public SSLContext context() {
            try {
                var store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("site", keys.getPrivate(), new char[0], chain.toArray(Certificate[]::new));
                var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                managers.init(store, new char[0]);
                var context = SSLContext.getInstance("TLS");
                context.init(managers.getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public Site site(String... hosts) {
        return site(year(), hosts);
    }

    /** With this one's own certificate along, unless it is a root. */
    Site site(Instant[] validity, String... hosts) {
        var its = keys();
        var leaf = sign(name, keys, new X500Principal("CN=" + hosts[0]), its, validity, false, List.of(hosts));
        return new Site(its, List.of(leaf, certificate));
    }

    /** Signed by nobody but itself. */
    static Site alone(String host) {
        var its = keys();
        var subject = new X500Principal("CN=" + host);
        return new Site(its, List.of(sign(subject, its, subject, its, year(), false, List.of(host))));
    }

    /** Where the doctor looks for the local authority. */
    public void keepIn(Path folder) throws IOException, GeneralSecurityException {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        Files.writeString(
                folder.resolve("ca.crt"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            X500Principal issuer,
            KeyPair issuers,
            X500Principal subject,
            KeyPair its,
            Instant[] validity,
            boolean isAuthority,
            List<String> hosts) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(validity[0]),
                    Date.from(validity[1]),
                    subject,
                    its.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            if (!hosts.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuers.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(it -> new GeneralName(it.matches("[\\d.]+") ? GeneralName.iPAddress : GeneralName.dNSName, it))
                .toArray(GeneralName[]::new));
    }
}
