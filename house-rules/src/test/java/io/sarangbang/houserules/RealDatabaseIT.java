package io.sarangbang.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RealDatabaseIT {

    @Test
    void everyTestClassGetsAnEmptyDatabaseOnARealServer() throws SQLException {
        Map<String, Supplier<Object>> first = new HashMap<>();
        Map<String, Supplier<Object>> second = new HashMap<>();
        RealDatabase.register(first::put);
        RealDatabase.register(second::put);

        execute(first, "create table guests (name varchar(20))");
        execute(second, "create table guests (name varchar(20))");

        System.out.println("real database: " + RealDatabase.describe());
        assertThat(RealDatabase.describe()).containsAnyOf("MySQL", "MariaDB");
    }

    /** As builds do that run at the same time: neither may unpack over what the other has running. */
    @Test
    void serversThatRunAtTheSameTimeDoNotGetInEachOthersWay() throws SQLException {
        for (var server : List.of(DatabaseServer.start(), DatabaseServer.start())) {
            try (var connection = DriverManager.getConnection(server.url("mysql"), server.user(), server.password())) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    private static void execute(Map<String, Supplier<Object>> properties, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        value(properties, "url"), value(properties, "username"), value(properties, "password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Map<String, Supplier<Object>> properties, String name) {
        return properties.get("spring.datasource." + name).get().toString();
    }
}
