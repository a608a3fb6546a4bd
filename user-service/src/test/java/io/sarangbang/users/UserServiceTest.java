package io.sarangbang.users;

import io.jsonwebtoken.JwtBuilder;
import io.sarangbang.defaults.token.KeySource;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The whole service, with a stand-in for auth-service's keys. */
@SpringBootTest(
        classes = UsersApplication.class,
        properties = {
            "eureka.client.enabled=false",
            "spring.datasource.url=jdbc:h2:mem:users;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "spring.datasource.username=sa",
            "spring.datasource.password="
        })
@AutoConfigureMockMvc
@Import(UserServiceTest.Keys.class)
@ContextConfiguration(initializers = OtherServices.class)
public abstract class UserServiceTest {

    @Autowired
    protected MockMvcTester mvc;

    @BeforeEach
    void othersAreThere() {
        OtherServices.behave();
    }

    protected Person somebody(@Nullable String nickname) {
        return somebody(nickname, null);
    }

    protected Person somebody(@Nullable String nickname, @Nullable String picture) {
        var account = UUID.randomUUID();
        var token = TokenMint.token(account);
        if (nickname != null) {
            token.claim("nickname", nickname);
        }
        if (picture != null) {
            token.claim("picture", picture);
        }
        return new Person(mvc, account, TokenMint.signed(token));
    }

    /** Somebody who was there before, with another token. */
    protected Person same(Person person, UnaryOperator<JwtBuilder> otherwise) {
        var token = TokenMint.signed(otherwise.apply(TokenMint.token(person.account())));
        return new Person(mvc, person.account(), token);
    }

    /** A program with an API key of the person's. */
    protected Person keyOf(Person person, String scope) {
        return same(person, it -> it.claim("client_id", "api-key").claim("scope", scope));
    }

    protected Person nobody() {
        return bearing(null);
    }

    protected Person bearing(@Nullable String token) {
        return new Person(mvc, UUID.randomUUID(), token);
    }

    @TestConfiguration
    static class Keys {

        @Bean
        KeySource keySource() {
            return () -> Map.of(TokenMint.KEY_ID, TokenMint.KEYS.getPublic());
        }
    }
}
