package io.sarangbang.auth.token;

import io.sarangbang.houserules.Arrivals;
import io.sarangbang.houserules.TokenAttacks;
import java.net.URI;
import java.security.KeyPair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Not even who makes the tokens takes any others. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Arrivals.class)
class TokenAttackTests extends TokenAttacks {

    @LocalServerPort
    private int port;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private KeyRing ring;

    @Override
    protected URI address() {
        return URI.create("http://127.0.0.1:" + port + "/api/auth/sessions");
    }

    @Override
    protected KeyPair keys() {
        var key = ring.signer().orElseThrow();
        return new KeyPair(key.publicHalf(), key.privateHalf());
    }

    @Override
    protected String keyId() {
        return ring.signer().orElseThrow().kid();
    }

    @Override
    protected String client() {
        return "api-key";
    }

    @Override
    protected int arrivals() {
        return arrivals.count();
    }
}
