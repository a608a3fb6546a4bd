package io.sarangbang.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What must not go live does not start, and says why in one sentence. */
@ExtendWith(OutputCaptureExtension.class)
class ProductionStartTests {

    private static final List<String> STAND_IN = List.of(
            "--KAKAO_AUTHORIZE_URI=http://stand-in/a",
            "--KAKAO_TOKEN_URI=http://stand-in/t",
            "--KAKAO_USER_INFO_URI=http://stand-in/u",
            "--KAKAO_UNLINK_URI=http://stand-in/x");

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_URL=http://rooms.example.kr,   PUBLIC_URL must begin with https://",
        "KAKAO_CLIENT_SECRET=,                 KAKAO_CLIENT_ID and KAKAO_CLIENT_SECRET go together",
        "KAKAO_CLIENT_ID=,                     KAKAO_CLIENT_ID and KAKAO_CLIENT_SECRET go together",
        "NAVER_CLIENT_ID=id,                   NAVER_CLIENT_ID and NAVER_CLIENT_SECRET go together",
        "AUTH_SECRET=short,                    AUTH_SECRET must be set to at least 32 random characters",
        "ENVIRONMENT=prod,                     'ENVIRONMENT must be laptop, test or production, not \"prod\".'",
    })
    void itIsRefused(String setting, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(List.of("--" + setting))).rootCause().hasMessageStartingWith(sentence);
        assertThat(output).contains("APPLICATION FAILED TO START", sentence);
    }

    @Test
    void standInsAreRefused(CapturedOutput output) {
        assertThatThrownBy(() -> start(STAND_IN)).rootCause().hasMessageStartingWith("KAKAO_AUTHORIZE_URI");
        assertThat(output).contains("APPLICATION FAILED TO START", "anybody can be anybody");
    }

    @Test
    void withTheRealAddressesItStarts() {
        start(List.of()).close();
    }

    private static ConfigurableApplicationContext start(List<String> more) {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--eureka.client.enabled=false",
                "--ENVIRONMENT=production",
                "--PUBLIC_URL=https://rooms.example.kr",
                "--DB_URL=jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "--KAKAO_CLIENT_ID=id",
                "--KAKAO_CLIENT_SECRET=secret"));
        more.forEach(it -> settings.removeIf(old -> old.startsWith(it.replaceFirst("=.*", "="))));
        settings.addAll(more);
        return SpringApplication.run(AuthApplication.class, settings.toArray(String[]::new));
    }
}
