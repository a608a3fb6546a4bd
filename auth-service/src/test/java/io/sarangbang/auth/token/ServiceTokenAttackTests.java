package io.sarangbang.auth.token;

import io.sarangbang.defaults.setup.OperatorSecret;
import io.sarangbang.houserules.Arrivals;
import io.sarangbang.houserules.ServiceTokenAttacks;
import java.net.URI;
import java.security.KeyPair;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Arrivals.class)
class ServiceTokenAttackTests extends ServiceTokenAttacks {

    @LocalServerPort
    private int port;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private KeyRing ring;

    @Value("${SERVICE_SECRET}")
    private String secret;

    @Override
    protected URI internalAddress() {
        return URI.create("http://127.0.0.1:" + port + "/internal/revocations");
    }

    @Override
    protected URI publicAddress() {
        return URI.create("http://127.0.0.1:" + port + "/api/auth/sessions");
    }

    @Override
    protected String service() {
        return "auth-service";
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
