package io.sarangbang.rooms;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.sarangbang.defaults.service.ServiceCredentials;
import io.sarangbang.defaults.token.KeySource;
import io.sarangbang.houserules.TokenClaims;
import io.sarangbang.rooms.media.OpenViduStandIn;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The whole service, with stand-ins for what lies outside it: OpenVidu, the clock, auth-service's keys. */
@SpringBootTest(classes = RoomServiceMain.class)
@AutoConfigureMockMvc
@Import(RoomServiceTest.Surroundings.class)
@ContextConfiguration(initializers = RoomServiceTest.MediaServerStandsIn.class)
public abstract class RoomServiceTest {

    protected static final OpenViduStandIn openVidu = OpenViduStandIn.start();
    protected static final String KEY_ID = "k1";
    protected static final KeyPair KEYS = Jwts.SIG.ES256.keyPair().build();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ServiceCredentials credentials;

    @Autowired
    protected MovableClock clock;

    @BeforeEach
    void startCalm() {
        openVidu.calmsDown();
        clock.reset();
    }

    protected Person somebody(String nickname) {
        var account = UUID.randomUUID();
        return new Person(mvc, account, signed(token(account).claim("nickname", nickname)));
    }

    protected Person keyOf(Person owner, String scope) {
        var token = token(owner.account()).claim("client_id", "api-key").claim("scope", scope);
        return new Person(mvc, owner.account(), signed(token));
    }

    protected Person nobody() {
        return new Person(mvc, UUID.randomUUID(), null);
    }

    protected OtherService userService() {
        return new OtherService(mvc, credentials);
    }

    protected OpenViduWebhooks webhooks() {
        return new OpenViduWebhooks(mvc);
    }

    private static JwtBuilder token(UUID account) {
        return TokenClaims.of(account, KEY_ID, Instant.now());
    }

    private static String signed(JwtBuilder token) {
        return token.signWith(KEYS.getPrivate(), Jwts.SIG.ES256).compact();
    }

    @TestConfiguration
    static class Surroundings {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        KeySource keySource() {
            return () -> Map.of(KEY_ID, KEYS.getPublic());
        }
    }

    static class MediaServerStandsIn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "sarangbang.openvidu.url=" + openVidu.url(),
                            "sarangbang.openvidu.secret=" + OpenViduStandIn.SECRET,
                            "sarangbang.openvidu.response-timeout=1s")
                    .applyTo(context);
        }
    }
}
