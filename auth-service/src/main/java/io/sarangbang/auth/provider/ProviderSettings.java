package io.sarangbang.auth.provider;

import java.time.Duration;
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
        @DefaultValue ProviderClient kakao,
        @DefaultValue ProviderClient naver,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration answerTimeout) {

    ProviderSettings {
        kakao.check(Provider.KAKAO);
        naver.check(Provider.NAVER);
    }

    ProviderClient of(Provider provider) {
        return switch (provider) {
            case KAKAO -> kakao;
            case NAVER -> naver;
        };
    }
}
