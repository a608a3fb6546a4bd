package io.sarangbang.defaults.tracing;

import io.micrometer.observation.ObservationFilter;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration"
        })
class TracingAutoConfiguration {

    /** Under the names that the Elastic Common Schema has for them. */
    @Bean
    Slf4JEventListener idsInTheLog() {
        return new Slf4JEventListener("trace.id", "span.id");
    }

    /** Whole addresses hold sign-in codes and media tokens; the path, which is kept too, does not. */
    @Bean
    ObservationFilter noQueries() {
        return context -> context.removeHighCardinalityKeyValue("http.uri");
    }

    @Bean
    @ConditionalOnExpression("!'${OTLP_ENDPOINT:}'.isBlank()")
    OtlpTracingConnectionDetails whereTracesGo(@Value("${OTLP_ENDPOINT}") String endpoint) {
        return _ -> endpoint;
    }
}
