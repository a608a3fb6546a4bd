package io.sarangbang.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.defaults.setup.SetupRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class RateTests {

    private final ApplicationContextRunner starting = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Bound.class);

    @ParameterizedTest
    @CsvSource({"60/1m, 60, PT1M", "5/10m, 5, PT10M", "1/30s, 1, PT30S", "' 7/2h ', 7, PT2H", "9999999/1d, 9999999, P1D"
    })
    void isWrittenAsHowManyInWhatTime(String text, int count, Duration period) {
        assertThat(Rate.valueOf(text)).isEqualTo(new Rate(count, period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "60/m",
                "0/1m",
                "60/0m",
                "-1/1m",
                "60/1m/1m",
                "60/1ms",
                "1e3/1m",
                "60 per minute",
                "off"
            })
    void anythingElseStopsTheStartWithASentence(String text) {
        assertThatThrownBy(() -> Rate.valueOf(text))
                .isInstanceOf(SetupRefused.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("60/1m");
    }

    @Test
    void variablesChangeTheLimits() {
        starting.withPropertyValues("RATE_LIMIT_SIGN_IN=7/2m", "RATE_LIMIT_EXPORT_PER_ACCOUNT=1/1d")
                .run(started -> {
                    var settings = started.getBean(RateLimitSettings.class);
                    assertThat(settings.perAddress()).containsEntry(Kind.SIGN_IN, Rate.valueOf("7/2m"));
                    assertThat(settings.perAccount()).containsEntry(Kind.EXPORT, Rate.valueOf("1/1d"));
                });
    }

    @Test
    void aVariableThatIsNoRateStopsTheStart() {
        starting.withPropertyValues("RATE_LIMIT_SIGN_IN=many")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SetupRefused.class)
                        .hasMessageContaining("'many' is no rate limit"));
    }

    @Test
    void everyKindHasALimitByAddress() {
        starting.run(
                started -> assertThat(started.getBean(RateLimitSettings.class).perAddress())
                        .containsOnlyKeys(Kind.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGN_IN", "CALLBACK", "ACCOUNTS", "REFRESH"})
    void anOfficeOfFiftySignsInWithinAMinute(Kind kind) {
        starting.run(started -> {
            var rate = started.getBean(RateLimitSettings.class).perAddress().get(kind);
            assertThat(rate.count()).isGreaterThanOrEqualTo(100);
            assertThat(rate.period()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        });
    }

    @Test
    void anAddressOfRedisThatIsNoneStopsTheStartWithoutRepeatingThePassword() {
        assertThatThrownBy(() -> new Redis("http://:hunter2@redis"))
                .isInstanceOf(SetupRefused.class)
                .hasMessageContaining("REDIS_URL")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RateLimitSettings.class)
    static class Bound {}
}
