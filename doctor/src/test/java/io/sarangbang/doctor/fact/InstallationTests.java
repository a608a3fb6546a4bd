package io.sarangbang.doctor.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Installation.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTests {

    @TempDir
    Path secrets;

    @Test
    void emptyIsAsGoodAsAbsent() {
        assertThat(of(Map.of("DOMAIN", " "), View.INSIDE).variable("DOMAIN")).isEmpty();
    }

    @Test
    void aSecretLiesInItsFileUnlessItIsGiven() throws Exception {
        Files.writeString(secrets.resolve("TURN_SECRET"), "kept\n");

        assertThat(of(Map.of(), View.INSIDE).secret("TURN_SECRET")).contains("kept");
        assertThat(of(Map.of("TURN_SECRET", "given"), View.INSIDE).secret("TURN_SECRET"))
                .contains("given");
        assertThat(of(Map.of(), View.INSIDE).secret("AUTH_SECRET")).isEmpty();
    }

    @Test
    void insideALaptopsNetworkItsNameLeadsToTheContainers() {
        var laptop = of(Map.of("PUBLIC_URL", "https://localhost:8443", "HTTPS_PORT", "8443"), View.INSIDE);

        assertThat(laptop.way("localhost", 8443).getHostString()).isEqualTo("nginx");
        assertThat(laptop.way("turn.localhost", 8443).getPort()).isEqualTo(8443);
        assertThat(laptop.way("localhost", 80).getPort()).isEqualTo(8080);
        assertThat(laptop.way("127.0.0.1", 3478).getHostString()).isEqualTo("coturn");
        assertThat(laptop.way("127.0.0.1", 40_000).getHostString()).isEqualTo("media");
    }

    @Test
    void fromOutsideANameIsWhatItIs() {
        assertThat(of(Map.of("PUBLIC_URL", "https://localhost"), View.OUTSIDE)
                        .way("localhost", 443)
                        .getHostString())
                .isEqualTo("localhost");
    }

    private Installation of(Map<String, String> variables, View view) {
        return new Installation(variables, secrets, secrets, view);
    }
}
