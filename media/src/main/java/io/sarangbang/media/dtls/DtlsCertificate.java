package io.sarangbang.media.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * The self-signed P-256 certificate of this process. Nobody trusts its issuer: the SDP answer vouches for its
 * fingerprint.
 */
public final class DtlsCertificate {

    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private final BcTlsCrypto crypto;
    private final AsymmetricKeyParameter privateKey;
    private final Certificate chain;
    private final String fingerprint;

    private DtlsCertificate(BcTlsCrypto crypto, AsymmetricKeyParameter privateKey, TlsCertificate certificate)
            throws IOException {
        this.crypto = crypto;
        this.privateKey = privateKey;
        this.chain = new Certificate(new TlsCertificate[] {certificate});
        this.fingerprint = fingerprint(certificate);
    }

    public static DtlsCertificate selfSigned() throws IOException {
        var crypto = new BcTlsCrypto(new SecureRandom());
        var keys = generateKeys(crypto.getSecureRandom());
        return new DtlsCertificate(crypto, keys.getPrivate(), crypto.createCertificate(sign(keys, crypto)));
    }

    private static AsymmetricCipherKeyPair generateKeys(SecureRandom random) {
        var curve = SECObjectIdentifiers.secp256r1;
        var domain = new ECNamedDomainParameters(curve, SECNamedCurves.getByOID(curve));
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, random));
        return generator.generateKeyPair();
    }

    private static byte[] sign(AsymmetricCipherKeyPair keys, BcTlsCrypto crypto) throws IOException {
        var name = new X500Name("CN=sarangbang");
        var now = Instant.now();
        var builder = new X509v3CertificateBuilder(
                name,
                new BigInteger(64, crypto.getSecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(LIFETIME)),
                name,
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(keys.getPublic()));
        var algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
        var digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
        try {
            var signer = new BcECContentSignerBuilder(algorithm, digest).build(keys.getPrivate());
            return builder.build(signer).getEncoded();
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException("BouncyCastle signs with ECDSA", impossible);
        }
    }

    /** SHA-256 in the form SDP uses. */
    public String fingerprint() {
        return fingerprint;
    }

    static String fingerprint(TlsCertificate certificate) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    TlsCredentialedSigner signerFor(TlsCryptoParameters parameters) {
        var algorithm = new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);
        return new BcDefaultTlsCredentialedSigner(parameters, crypto, privateKey, chain, algorithm);
    }
}
