package io.sarangbang.users;

import io.sarangbang.houserules.Arrivals;
import io.sarangbang.houserules.TokenAttacks;
import java.net.URI;
import java.security.KeyPair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@UserServiceOnAPort
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
