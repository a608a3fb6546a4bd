package io.sarangbang.doctor.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Whom to believe: the authorities that come with Java, and the installation's own if it made one. */
public final class Trust {

    private static final X509TrustManager BUILT_IN = manager(null);

    private final List<X509Certificate> authorities;

    private Trust(List<X509Certificate> authorities) {
        this.authorities = List.copyOf(authorities);
    }

    /** @param certificates where the local authority's ca.crt may lie */
    public static Trust of(Path certificates) {
        var builtIn = Arrays.stream(BUILT_IN.getAcceptedIssuers());
        return new Trust(Stream.concat(builtIn, local(certificates).stream()).toList());
    }

    public static Trust only(List<X509Certificate> authorities) {
        return new Trust(authorities);
    }

    public X509TrustManager manager() {
        return manager(store());
    }

    SSLContext verifying() {
        return context(manager());
    }

    static SSLContext anybody() {
        return context(new Anybody());
    }

    private static List<X509Certificate> local(Path certificates) {
        var file = certificates.resolve("ca.crt");
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(file + " is no certificate", e);
        }
    }

    private KeyStore store() {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no trust store could be made", e);
        }
    }

    private static X509TrustManager manager(@org.jspecify.annotations.Nullable KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java can't check certificates", e);
        }
    }

    private static SSLContext context(TrustManager manager) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java can't speak TLS", e);
        }
    }

    /** Lets every certificate pass, so that a bad one can be looked at. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
