package io.sarangbang.users;

import io.sarangbang.defaults.setup.OperatorSecret;
import io.sarangbang.houserules.Arrivals;
import io.sarangbang.houserules.ServiceTokenAttacks;
import java.net.URI;
import java.security.KeyPair;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@UserServiceOnAPort
class ServiceTokenAttackTests extends ServiceTokenAttacks {

    @LocalServerPort
    private int port;

    @Autowired
    private Arrivals arrivals;

    @Value("${SERVICE_SECRET}")
    private String secret;

    @Override
    protected URI internalAddress() {
        return URI.create("http://127.0.0.1:" + port + "/internal/deletions");
    }

    @Override
    protected String method() {
        return "POST";
    }

    @Override
    protected String body() {
        return "{\"accountId\":\"%s\"}".formatted(UUID.randomUUID());
    }

    @Override
    protected URI publicAddress() {
        return URI.create("http://127.0.0.1:" + port + "/api/users/me");
    }

    @Override
    protected String service() {
        return "user-service";
    }

    @Override
    protected String secret() {
        return secret;
    }

    @Override
    protected SecretKey key() {
        return new OperatorSecret("SERVICE_SECRET", secret).key("service tokens", "HmacSHA256");
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
