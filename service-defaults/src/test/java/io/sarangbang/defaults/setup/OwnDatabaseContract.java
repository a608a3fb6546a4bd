package io.sarangbang.defaults.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A database is that of one service of one installation, from the first start on. */
abstract class OwnDatabaseContract {

    private static final Installation PRODUCTION = new Installation("production", "0190-of-production");
    private static final Installation TEST = new Installation("test", "0190-of-test");
    private static final Installation BIN_DEV = new Installation("", "");

    private final DriverManagerDataSource database = newDatabase();

    abstract void register(DynamicPropertyRegistry registry);

    @Test
    void theSameInstallationStartsAgainAndAgain() {
        start("this-service", PRODUCTION);
        start("this-service", PRODUCTION);

        assertThat(row()).containsEntry("id", PRODUCTION.id()).containsEntry("environment", "production");
        assertThat(tables("this_things")).isTrue();
    }

    @Test
    void anotherEnvironmentIsRefusedInOneSentenceThatNamesBoth() {
        start("this-service", PRODUCTION);

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> start("this-service", TEST))
                .withMessageContainingAll(
                        "ENVIRONMENT=production", "ENVIRONMENT=test", "two environments on one database")
                .withMessageNotContainingAny("\n", "allowPublicKeyRetrieval");
        assertThat(row()).containsEntry("id", PRODUCTION.id());
        start("this-service", PRODUCTION);
    }

    @Test
    void anInstallationMayBecomeAnotherEnvironment() {
        start("this-service", new Installation("test", PRODUCTION.id()));

        start("this-service", PRODUCTION);

        assertThat(row()).containsEntry("environment", "production");
    }

    @Test
    void anotherServiceIsRefusedAndChangesNothing() {
        start("this-service", PRODUCTION);

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> start("other-service", PRODUCTION))
                .withMessageContaining("is this-service's; other-service needs one of its own (DB_URL)");
        assertThat(tables("other_things")).isFalse();
    }

    @Test
    void binDevClaimsNothingAndIsNotKeptOut() {
        start("this-service", BIN_DEV);
        assertThat(row()).containsEntry("id", null);
        start("this-service", PRODUCTION);

        start("this-service", BIN_DEV);

        assertThat(row()).containsEntry("id", PRODUCTION.id());
        assertThatExceptionOfType(SetupRefused.class).isThrownBy(() -> start("other-service", BIN_DEV));
    }

    @RepeatedTest(3)
    void replicasThatStartTogetherOnANewDatabaseAllStart() throws Exception {
        assertThat(together(
                        "this-service",
                        Stream.generate(() -> PRODUCTION).limit(6).toList()))
                .isEmpty();
    }

    @RepeatedTest(3)
    void ofInstallationsThatStartTogetherOneHasIt() throws Exception {
        var six = Stream.iterate(1, it -> it + 1)
                .limit(6)
                .map(it -> new Installation("test", "installation-" + it))
                .toList();

        var refused = together("this-service", six);

        assertThat(refused).hasSize(5).allMatch(it -> it instanceof SetupRefused);
        assertThatNoException()
                .isThrownBy(() -> start("this-service", new Installation("test", String.valueOf(row().get("id")))));
    }

    private List<Throwable> together(String service, List<Installation> installations) throws InterruptedException {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = installations.stream()
                    .map(it -> (Callable<Boolean>) () -> {
                        start(service, it);
                        return true;
                    })
                    .toList();
            return all.invokeAll(starts).stream()
                    .filter(it -> it.state() == Future.State.FAILED)
                    .map(Future::exceptionNow)
                    .toList();
        }
    }

    private void start(String service, Installation installation) {
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/" + service)
                .load();
        new OwnDatabase(service, installation, flyway).migrate();
    }

    private Map<String, Object> row() {
        return new JdbcTemplate(database).queryForMap("select * from installation");
    }

    private boolean tables(String name) {
        return new JdbcTemplate(database)
                        .queryForObject(
                                "select count(*) from information_schema.tables where table_name = ?",
                                Integer.class,
                                name)
                > 0;
    }

    private DriverManagerDataSource newDatabase() {
        var settings = new HashMap<String, Object>();
        register((name, value) -> settings.put(name, value.get()));
        return new DriverManagerDataSource(
                String.valueOf(settings.get("spring.datasource.url")),
                String.valueOf(settings.get("spring.datasource.username")),
                String.valueOf(settings.get("spring.datasource.password")));
    }
}
