package io.sarangbang.houserules;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real database server for tests: MySQL in a container where a Docker engine answers and has the image, else MariaDB
 * from its Maven artifact. One server a JVM, a fresh database a test class; tests that need it are never skipped.
 */
public final class RealDatabase {

    /** The image that deployments use; a test run on a machine that has it (or may fetch it) uses the same. */
    public static final String IMAGE = "mysql:9";

    private RealDatabase() {}

    /** Points {@code spring.datasource.*} at a new, empty database. */
    public static void register(DynamicPropertyRegistry registry) {
        var url = create();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> Running.SERVER.user());
        registry.add("spring.datasource.password", () -> Running.SERVER.password());
        if (Running.SERVER.isMariaDb()) {
            // MySQL's driver asks for metadata that MariaDB doesn't have, so Hibernate can't find out by itself.
            registry.add("spring.jpa.database-platform", () -> "org.hibernate.dialect.MariaDBDialect");
        }
    }

    /** What answers the tests, for their reports: a product name and version. */
    public static String describe() {
        try (var connection = DriverManager.getConnection(
                Running.SERVER.url("mysql"), Running.SERVER.user(), Running.SERVER.password())) {
            var facts = connection.getMetaData();
            return facts.getDatabaseProductName() + " " + facts.getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("the test database does not answer", e);
        }
    }

    private static String create() {
        var name = "t_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(
                        Running.SERVER.url("mysql"), Running.SERVER.user(), Running.SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4");
            return Running.SERVER.url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database refused a new database", e);
        }
    }

    private static final class Running {
        static final DatabaseServer SERVER = DatabaseServer.start();
    }
}
