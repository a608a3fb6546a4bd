package io.sarangbang.rooms.media;

import io.openvidu.java.client.OpenVidu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * How OpenVidu is spoken to: certificates are checked (the client library's own set-up trusts every one), waits are
 * bounded, and credentials go along unasked (the library's own set-up sends each call twice).
 */
final class OpenViduConnections {

    private static final String USER = "OPENVIDUAPP";
    private static final int AT_ONCE = 64;

    private final OpenViduSettings settings;
    private final HttpClientBuilder http;

    OpenViduConnections(OpenViduSettings settings) {
        this.settings = settings;
        this.http = HttpClientBuilder.create()
                .setConnectionManager(connections(settings))
                .setConnectionManagerShared(true)
                .setDefaultRequestConfig(waits(settings))
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.AUTHORIZATION, credentials(settings))))
                .setRetryStrategy(new DefaultHttpRequestRetryStrategy(1, TimeValue.ofMilliseconds(100)))
                .disableRedirectHandling()
                .disableCookieManagement();
    }

    /** A client that knows no sessions yet; all share one pool of connections. One at a time: the builder is not safe. */
    synchronized OpenVidu client() {
        return new OpenVidu(settings.base(), http);
    }

    /** For what the client library has no method for. */
    RestClient rest() {
        return RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(http.build()))
                .baseUrl(settings.base() + "/openvidu/api")
                .build();
    }

    private static HttpClientConnectionManager connections(OpenViduSettings settings) {
        var each = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                .setTimeToLive(TimeValue.ofMinutes(1))
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust(settings)))
                .setDefaultConnectionConfig(each)
                .setMaxConnPerRoute(AT_ONCE)
                .setMaxConnTotal(AT_ONCE)
                .build();
    }

    private static RequestConfig waits(OpenViduSettings settings) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                .build();
    }

    private static String credentials(OpenViduSettings settings) {
        var pair = (USER + ":" + settings.secret()).getBytes(StandardCharsets.US_ASCII);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static SSLContext trust(OpenViduSettings settings) {
        return settings.caFile().map(OpenViduConnections::trustOnly).orElseGet(SSLContexts::createSystemDefault);
    }

    private static SSLContext trustOnly(Path pem) {
        try (var file = Files.newInputStream(pem)) {
            var authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                authorities.setCertificateEntry("ca-" + authorities.size(), certificate);
            }
            return SSLContexts.custom().loadTrustMaterial(authorities, null).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("OPENVIDU_CA can't be read as certificates: " + pem, e);
        }
    }
}
