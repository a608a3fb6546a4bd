package io.sarangbang.users;

import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The services that this one asks, and where they are. */
public final class OtherServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final StubService AUTH = new StubService("auth-service");
    public static final StubService ROOMS = new StubService("room-service");

    /** As settings of a service under test. */
    public static List<String> properties(StubService auth, StubService rooms) {
        return List.of(
                "spring.cloud.discovery.client.simple.instances.auth-service[0].uri=" + auth.url(),
                "spring.cloud.discovery.client.simple.instances.room-service[0].uri=" + rooms.url());
    }

    /** Both are there and do as they are asked. */
    static void behave() {
        for (var service : List.of(AUTH, ROOMS)) {
            service.comesBack();
            service.behaves(StubService.status(204));
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties(AUTH, ROOMS)).applyTo(context);
    }
}
