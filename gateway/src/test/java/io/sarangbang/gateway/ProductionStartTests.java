package io.sarangbang.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

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
        return new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(ProductionStartTests::withOwnThreads)
                .run(
                        "--server.port=0",
                        "--eureka.client.enabled=false",
                        "--ENVIRONMENT=" + environment,
                        "--PUBLIC_URL=" + url,
                        "--STAND_IN_URL=" + standIn);
    }

    /** A gateway that ends takes the event loops shared by the whole JVM with it, and with them the other tests' servers. */
    private static void withOwnThreads(ConfigurableApplicationContext context) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> resources);
    }
}
