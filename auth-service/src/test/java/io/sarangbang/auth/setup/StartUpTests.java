package io.sarangbang.auth.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.ClassUtils;

@ExtendWith(OutputCaptureExtension.class)
class StartUpTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTH_SECRET=too-short-for-a-secret | AUTH_SECRET must be set",
                "PUBLIC_URL=rooms.example.kr | PUBLIC_URL must be the site's address",
                "KAKAO_CLIENT_ID=half | KAKAO_CLIENT_ID and KAKAO_CLIENT_SECRET go together",
            })
    void aSetUpThatCanNotWorkIsRefusedInOneSentence(String variable, String sentence, CapturedOutput log) {
        var application = new SpringApplication(ClassUtils.resolveClassName(
                "io.sarangbang.auth.AuthApplication", getClass().getClassLoader()));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> application.run("--" + variable, "--server.port=0")))
                .isNotNull();
        assertThat(log.getAll())
                .contains("APPLICATION FAILED TO START", sentence)
                .doesNotContain("too-short-for-a-secret", "\tat ");
    }
}
