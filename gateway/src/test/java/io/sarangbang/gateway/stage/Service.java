package io.sarangbang.gateway.stage;

import java.util.concurrent.CountDownLatch;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** An instance of a service with the product's own registration, which answers with its name. */
public final class Service implements AutoCloseable {

    private final CountDownLatch mayBecomeReady = new CountDownLatch(1);
    private final Thread starter;
    private volatile ConfigurableApplicationContext context;

    private Service(String service, String name, String registry) {
        starter = Thread.ofPlatform()
                .daemon()
                .start(() -> new SpringApplicationBuilder(Answering.class)
                        .web(WebApplicationType.REACTIVE)
                        .initializers(it -> context = it)
                        .initializers(it -> it.getBeanFactory().registerSingleton("held", mayBecomeReady))
                        .run(
                                "--spring.config.name=none",
                                "--spring.config.import=classpath:service-defaults.yml,classpath:config/application.yml",
                                "--spring.application.name=" + service,
                                "--test.name=" + name,
                                "--spring.cloud.gateway.server.webflux.enabled=false",
                                "--spring.main.banner-mode=off",
                                "--spring.lifecycle.timeout-per-shutdown-phase=2s",
                                "--eureka.client.service-url.defaultZone=" + registry));
    }

    public static Service start(String service, String name, String registry) {
        var instance = startUnready(service, name, registry);
        instance.becomeReady();
        return instance;
    }

    /** One that listens already but has not finished starting. */
    public static Service startUnready(String service, String name, String registry) {
        return new Service(service, name, registry);
    }

    public void becomeReady() {
        mayBecomeReady.countDown();
        try {
            starter.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public boolean isReady() {
        return context.getBean(ApplicationAvailability.class).getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    /** Stops answering without a word to the registry, as a process that is killed does. */
    public void crash() {
        ((ReactiveWebServerApplicationContext) context).getWebServer().stop();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not marked as a configuration, or the gateway under test would find it. */
    @EnableAutoConfiguration
    static class Answering {

        @Bean
        RouterFunction<ServerResponse> answer(
                @org.springframework.beans.factory.annotation.Value("${test.name}") String name) {
            return RouterFunctions.route()
                    .GET("/api/rooms", _ -> ServerResponse.ok().bodyValue(name))
                    .POST(
                            "/api/rooms",
                            request -> request.bodyToMono(String.class)
                                    .then(ServerResponse.ok().bodyValue(name)))
                    .build();
        }

        /** Event loops of its own: the shared ones end with the first instance that does. */
        @Bean
        ReactorResourceFactory loops() {
            var loops = new ReactorResourceFactory();
            loops.setUseGlobalResources(false);
            return loops;
        }

        @Bean
        ApplicationRunner hold(CountDownLatch held) {
            return _ -> held.await();
        }
    }
}
