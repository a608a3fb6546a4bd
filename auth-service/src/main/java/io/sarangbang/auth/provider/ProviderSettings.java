package io.sarangbang.auth.provider;

import io.sarangbang.defaults.setup.SetupRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sign-in providers' set-up.
 *
 * @param connectTimeout how long a provider may take to accept a connection
 * @param answerTimeout how long one of its answers may take altogether
 */
@ConfigurationProperties("sarangbang.sign-in")
record ProviderSettings(
        @DefaultValue Client kakao,
        @DefaultValue Client naver,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration answerTimeout) {

    ProviderSettings {
        kakao.check(Provider.KAKAO);
        naver.check(Provider.NAVER);
    }

    Client of(Provider provider) {
        return switch (provider) {
            case KAKAO -> kakao;
            case NAVER -> naver;
        };
    }

    /**
     * This site as a client of one provider.
     *
     * @param appId names the application within which the provider's ids of people are meant; the client id unless set. Who
     *     replaces an application's key sets it to the old client id, and everybody keeps their account.
     * @param pkce whether to send a code challenge (RFC 7636)
     */
    record Client(
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("") String appId,
            @DefaultValue("") String authorizeUri,
            @DefaultValue("") String tokenUri,
            @DefaultValue("") String userInfoUri,
            @DefaultValue("true") boolean pkce) {

        boolean isConfigured() {
            return !clientId.isBlank();
        }

        String app() {
            return appId.isBlank() ? clientId : appId;
        }

        Endpoints endpoints(Endpoints real) {
            return authorizeUri.isBlank() ? real : new Endpoints(authorizeUri, tokenUri, userInfoUri);
        }

        void check(Provider provider) {
            var name = provider.name();
            if (clientId.isBlank() != clientSecret.isBlank()) {
                throw new SetupRefused(
                        "%1$s_CLIENT_ID and %1$s_CLIENT_SECRET go together: set both or neither.".formatted(name));
            }
            var own = Stream.of(authorizeUri, tokenUri, userInfoUri)
                    .filter(it -> !it.isBlank())
                    .toList();
            if (!own.isEmpty() && (own.size() < 3 || !areWebAddresses(own))) {
                throw new SetupRefused(
                        ("%1$s_AUTHORIZE_URI, %1$s_TOKEN_URI and %1$s_USER_INFO_URI go together: set all three"
                                        + " to http or https addresses, or none of them.")
                                .formatted(name));
            }
        }

        private static boolean areWebAddresses(List<String> addresses) {
            return addresses.stream().allMatch(Client::isWebAddress);
        }

        private static boolean isWebAddress(String address) {
            try {
                var uri = new URI(address);
                return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return "Client[" + clientId + "]";
        }
    }
}
