package io.sarangbang.defaults.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class InstallationTests {

    private static final String GOOD = "Vq1xT9mB5rJ4cLs8PfUe2HdA";
    private static final String H2 =
            "jdbc:h2:mem:installation;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    @ParameterizedTest
    @ValueSource(strings = {"prod", "PRODUCTION", "staging", " "})
    void anEnvironmentThatNobodyKnowsIsRefusedRatherThanTakenForAHarmlessOne(String environment) {
        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> new Installation(environment, ""))
                .withMessage("ENVIRONMENT must be laptop, test or production, not \"" + environment + "\".");
    }

    @Test
    void plainHttpIsRefusedInProductionOnly() {
        new Installation("", "").refusePlainHttpInProduction(false);
        new Installation("laptop", "").refusePlainHttpInProduction(false);
        new Installation("production", "").refusePlainHttpInProduction(true);

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> new Installation("production", "").refusePlainHttpInProduction(false))
                .withMessageStartingWith("PUBLIC_URL must begin with https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root",
                "password",
                "rooms",
                "Vq1xT9mB5rJ4cLs",
                "roomsroomsroomsrooms",
                "correct-password-of-mysql",
                "sarangbang-rooms-2026",
                "aaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aWeakDatabasePasswordStopsAnInstallationBeforeItConnects(String password, CapturedOutput output) {
        var settings = List.of(
                "--ENVIRONMENT=laptop",
                "--spring.datasource.url=jdbc:mysql://127.0.0.1:1/rooms",
                "--spring.datasource.password=" + password);

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start(settings))
                .havingRootCause()
                .isInstanceOf(SetupRefused.class)
                .withMessageStartingWith("DB_PASSWORD ");
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "DB_PASSWORD ")
                .doesNotContain("Communications link failure");
    }

    @ParameterizedTest
    @CsvSource({"'',''", "laptop,''", "production," + GOOD})
    void aDatabaseWithinTheProcessTakesAny(String environment, String password) {
        start(List.of(
                "--ENVIRONMENT=" + environment,
                "--spring.datasource.url=" + H2,
                "--spring.datasource.username=" + (password.isEmpty() ? "nobody" : "somebody"),
                "--spring.datasource.password=" + password));
    }

    @Test
    void whoOwnsTheDatabaseIsSettledWhileStarting() {
        var here = List.of(
                "--spring.datasource.url=" + H2.replace("mem:installation", "mem:shared;DB_CLOSE_DELAY=-1"),
                "--spring.datasource.username=sa",
                "--spring.datasource.password=");
        start(with(here, "--ENVIRONMENT=production", "--INSTALLATION_ID=one"));

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start(with(here, "--ENVIRONMENT=test", "--INSTALLATION_ID=two")))
                .havingRootCause()
                .isInstanceOf(SetupRefused.class)
                .withMessageContaining("two environments on one database");
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), List.of(more).stream()).toList();
    }

    private static void start(List<String> settings) {
        new SpringApplicationBuilder(WithDatabase.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.import=classpath:service-defaults.yml")
                .run(with(
                                settings,
                                "--spring.application.name=this-service",
                                "--spring.flyway.locations=classpath:db/this-service")
                        .toArray(String[]::new))
                .close();
    }

    @SpringBootConfiguration
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        SetupAutoConfiguration.class
    })
    static class WithDatabase {}
}
