package io.sarangbang.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @ParameterizedTest
    @CsvSource({
        "http://rooms.example.kr,  '',                 PUBLIC_URL must begin with https://",
        "'',                       '',                 PUBLIC_URL must begin with https://",
        "https://rooms.example.kr, http://stand-in:80, STAND_IN_URL leads to stand-ins",
    })
    void itIsRefusedInProduction(String url, String standIn, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start("production", url, standIn)).rootCause().hasMessageStartingWith(sentence);
        assertThat(output).contains("APPLICATION FAILED TO START", sentence);
    }

    @Test
    void aLaptopMayHaveBoth() {
        start("laptop", "http://localhost", "http://stand-in:80").close();
    }

    private static ConfigurableApplicationContext start(String environment, String url, String standIn) {
        return SpringApplication.run(
                GatewayApplication.class,
                "--server.port=0",
                "--eureka.client.enabled=false",
                "--ENVIRONMENT=" + environment,
                "--PUBLIC_URL=" + url,
                "--STAND_IN_URL=" + standIn);
    }
}
