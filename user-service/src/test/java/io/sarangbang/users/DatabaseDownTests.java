package io.sarangbang.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The database went away while the service was running. */
@SpringBootTest(
        classes = UsersApplication.class,
        properties = {
            "eureka.client.enabled=false",
            "sarangbang.deletion.first-pause=1s",
            "sarangbang.deletion.longest-pause=10s",
            "spring.datasource.url=jdbc:mysql://127.0.0.1:1/users?connectTimeout=200",
            "spring.datasource.username=nobody",
            "spring.datasource.password=nothing",
            "spring.datasource.hikari.connection-timeout=300",
            "spring.flyway.enabled=false",
            "spring.jpa.hibernate.ddl-auto=none",
            "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
            "spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.MySQLDialect"
        })
@AutoConfigureMockMvc
@Import(UserServiceTest.Keys.class)
class DatabaseDownTests {

    private final MockMvcTester mvc;

    @Autowired
    DatabaseDownTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void everyCallSaysThatTheDatabaseIsTheCause() {
        var account = UUID.randomUUID();
        var person = new Person(mvc, account, TokenMint.signed(TokenMint.token(account)));

        saysSo(person.looksAtThemselves());
        saysSo(person.changes("{\"displayName\":\"민서\"}"));
        saysSo(person.looksAt(person));
        saysSo(person.deletesTheirAccount());
        saysSo(person.exports());
    }

    private static void saysSo(Answer answer) {
        answer.isProblem(503, "service-unavailable");
        assertThat(answer.text("/cause")).isEqualTo("database");
        assertThat(answer.raw().getResponse().getHeader("Retry-After")).isEqualTo("2");
        assertThat(answer.body().toString()).doesNotContain("jdbc", "mysql", "Exception");
    }
}
