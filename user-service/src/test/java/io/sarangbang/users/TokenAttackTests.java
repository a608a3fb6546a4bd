package io.sarangbang.users;

import io.sarangbang.houserules.Arrivals;
import io.sarangbang.houserules.TokenAttacks;
import java.net.URI;
import java.security.KeyPair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = UsersApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "spring.datasource.url=jdbc:h2:mem:attacked;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "spring.datasource.username=sa",
            "spring.datasource.password="
        })
@Import({UserServiceTest.Keys.class, Arrivals.class})
@ContextConfiguration(initializers = OtherServices.class)
class TokenAttackTests extends TokenAttacks {

    @LocalServerPort
    private int port;

    @Autowired
    private Arrivals arrivals;

    @Override
    protected URI address() {
        return URI.create("http://127.0.0.1:" + port + "/api/users/me");
    }

    @Override
    protected KeyPair keys() {
        return TokenMint.KEYS;
    }

    @Override
    protected String keyId() {
        return TokenMint.KEY_ID;
    }

    @Override
    protected int arrivals() {
        return arrivals.count();
    }
}
