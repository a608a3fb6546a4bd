package io.sarangbang.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StartUpTests {

    @Test
    void itStartsWithBothClientsRegistered() {
        try (var context = starts(settings())) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "prod", "PRODUCTION"})
    void itRefusesInOneSentenceToStartInProduction(String environment, CapturedOutput output) {
        var settings = settings();
        settings.add("--ENVIRONMENT=" + environment);

        assertThatThrownBy(() -> starts(settings)).rootCause().hasMessageContaining("sign in as anyone");
        assertThat(output).contains("APPLICATION FAILED TO START", "SIGN_IN=providers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"laptop", "test"})
    void itStartsWhereNobodyRealSignsIn(String environment) {
        var settings = settings();
        settings.add("--ENVIRONMENT=" + environment);

        starts(settings).close();
    }

    @ParameterizedTest
    @CsvSource({
        "stand-in.kakao.client-id, STANDIN_KAKAO_CLIENT_ID",
        "stand-in.kakao.client-secret, STANDIN_KAKAO_CLIENT_SECRET",
        "stand-in.kakao.redirect-uris, STANDIN_KAKAO_REDIRECT_URIS",
        "stand-in.naver.client-id, STANDIN_NAVER_CLIENT_ID",
        "stand-in.naver.client-secret, STANDIN_NAVER_CLIENT_SECRET",
        "stand-in.naver.redirect-uris, STANDIN_NAVER_REDIRECT_URIS"
    })
    void itNamesTheVariableThatIsMissing(String property, String variable) {
        var settings = settings();
        settings.removeIf(it -> it.startsWith("--" + property + "="));

        assertThatThrownBy(() -> starts(settings)).rootCause().hasMessage(variable + " is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/callback/kakao", "javascript:alert(1)", "ftp://files.example.com/x"})
    void itRefusesARedirectUriThatIsNotAWebAddress(String redirectUri) {
        var settings = settings();
        settings.replaceAll(it -> it.replace("http://localhost/kakao", redirectUri));

        assertThatThrownBy(() -> starts(settings)).rootCause().hasMessageContaining("redirect URI");
    }

    private static ConfigurableApplicationContext starts(List<String> settings) {
        return new SpringApplicationBuilder(Main.class)
                .properties("spring.main.banner-mode=off", "server.port=0")
                .run(settings.toArray(String[]::new));
    }

    private static List<String> settings() {
        return new ArrayList<>(List.of(
                "--stand-in.kakao.client-id=key",
                "--stand-in.kakao.client-secret=secret",
                "--stand-in.kakao.redirect-uris=http://localhost/kakao",
                "--stand-in.naver.client-id=id",
                "--stand-in.naver.client-secret=secret",
                "--stand-in.naver.redirect-uris=http://localhost/naver"));
    }
}
