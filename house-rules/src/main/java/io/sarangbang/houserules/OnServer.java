package io.sarangbang.houserules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.function.Supplier;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs a Spring test on a {@link RealDatabase} instead of the one that it is configured with. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnServer.ServerDatabase.class)
public @interface OnServer {

    /** Points the context at a new database. */
    class ServerDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var properties = new HashMap<String, Supplier<Object>>();
            RealDatabase.register(properties::put);
            properties.forEach((name, value) ->
                    TestPropertyValues.of(name + "=" + value.get()).applyTo(context));
        }
    }
}
