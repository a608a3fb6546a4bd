package io.sarangbang.defaults.body;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(BodySettings.class)
class BodyAutoConfiguration {

    /** A filter of lowest precedence: nothing is read of somebody who is refused anyway. */
    @Bean
    BoundedBodies boundedBodies(
            BodySettings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new BoundedBodies(settings, problems);
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return new StrictJson();
    }
}
