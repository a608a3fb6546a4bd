package io.sarangbang.rooms.media;

import io.sarangbang.defaults.setup.OperatorSecret;
import io.sarangbang.defaults.setup.SetupRefused;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where OpenVidu is and how it and we know each other.
 *
 * @param url what {@code /openvidu/api} is appended to; for us, not for browsers
 * @param secret what the media server has as {@code OPENVIDU_SECRET}
 * @param webhookSecret what its webhooks carry as a bearer token
 * @param ca a PEM file with the authority that signed its certificate, where that is a private one
 * @param connectTimeout how long to wait for a connection
 * @param responseTimeout how long to wait for an answer
 */
@ConfigurationProperties("sarangbang.openvidu")
record OpenViduSettings(
        URI url,
        String secret,
        String webhookSecret,
        @Nullable String ca,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration responseTimeout) {

    OpenViduSettings {
        require(
                url.getHost() != null && Set.of("http", "https").contains(url.getScheme()),
                "OPENVIDU_URL must be the media server's address, for example http://media:5443.");
        OperatorSecret.refuseIfWeak("OPENVIDU_SECRET", secret, 16);
        require(
                secret.matches("[A-Za-z0-9_-]+"),
                "OPENVIDU_SECRET may hold A-Z a-z 0-9 _ - only; OpenVidu takes no others.");
        OperatorSecret.refuseIfWeak("OPENVIDU_WEBHOOK_SECRET", webhookSecret.strip(), 32);
    }

    Optional<Path> caFile() {
        return ca == null || ca.isBlank() ? Optional.empty() : Optional.of(Path.of(ca));
    }

    String base() {
        return url.toString().replaceAll("/+$", "");
    }

    @Override
    public String toString() {
        return "OpenViduSettings[" + url + "]";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SetupRefused(otherwise);
        }
    }
}
