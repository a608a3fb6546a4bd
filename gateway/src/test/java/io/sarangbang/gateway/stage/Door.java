package io.sarangbang.gateway.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** A whole gateway of its own, where a test needs more than one or one that starts late. */
public final class Door implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Door(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param services where each is, as discovery would tell */
    public static Door open(Map<String, String> services, String... settings) {
        var arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--eureka.client.enabled=false");
        services.forEach((name, url) ->
                arguments.add("--spring.cloud.discovery.client.simple.instances." + name + "[0].uri=" + url));
        return new Door(new SpringApplicationBuilder(application())
                .initializers(it -> it.getBeanFactory().registerSingleton("reactorResourceFactory", loops()))
                .run(arguments.toArray(String[]::new)));
    }

    public Wire wire() {
        return new Wire(
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Event loops of its own: the shared ones end with the first gateway that does. */
    private static ReactorResourceFactory loops() {
        var loops = new ReactorResourceFactory();
        loops.setUseGlobalResources(false);
        loops.afterPropertiesSet();
        loops.start();
        return loops;
    }

    private static Class<?> application() {
        try {
            return Class.forName("io.sarangbang.gateway.GatewayApplication");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
