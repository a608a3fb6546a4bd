package io.sarangbang.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;

/** One handshake with a browser: DTLS 1.2, our certificate, its certificate checked, AEAD_AES_128_GCM agreed. */
final class PassiveTls extends DefaultTlsServer {

    private static final int RESEND_MILLIS = 200;
    private static final int PROFILE = SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM;

    private final DtlsCertificate certificate;
    private final String expectedFingerprint;
    private final int timeoutMillis;
    private final DtlsListener listener;
    private volatile boolean farewell;

    PassiveTls(DtlsCertificate certificate, String expectedFingerprint, int timeoutMillis, DtlsListener listener) {
        super(certificate.crypto());
        this.certificate = certificate;
        this.expectedFingerprint = expectedFingerprint;
        this.timeoutMillis = timeoutMillis;
        this.listener = listener;
    }

    /** Whether the other side has said goodbye; BouncyCastle's read loop itself just goes on timing out. */
    boolean hasFarewell() {
        return farewell;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
        };
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return RESEND_MILLIS;
    }

    /** BouncyCastle's default is to wait for ever, which would leak a thread for each browser that vanishes. */
    @Override
    public int getHandshakeTimeoutMillis() {
        return timeoutMillis;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        return certificate.signerFor(new TlsCryptoParameters(context));
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        return new CertificateRequest(types, TlsUtils.getDefaultSupportedSignatureAlgorithms(context), null);
    }

    @Override
    public void notifyClientCertificate(Certificate client) throws IOException {
        if (client.isEmpty()
                || !DtlsCertificate.fingerprint(client.getCertificateAt(0)).equals(expectedFingerprint)) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        var offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
        for (int profile : offered == null ? new int[0] : offered.getProtectionProfiles()) {
            if (profile == PROFILE) {
                return;
            }
        }
        throw new TlsFatalAlert(AlertDescription.handshake_failure, "AEAD_AES_128_GCM is not offered");
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = super.getServerExtensions();
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(new int[] {PROFILE}, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    /** The only moment at which the exporter's secret still exists. */
    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        byte[] exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, SrtpKeys.LENGTH);
        listener.secured(SrtpKeys.of(exported));
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        farewell |= level == AlertLevel.fatal || description == AlertDescription.close_notify;
    }
}
