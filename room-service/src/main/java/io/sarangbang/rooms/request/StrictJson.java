package io.sarangbang.rooms.request;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** A number is no text: {@code {"title":5}} is a mistake of the caller's, not a room called 5. */
@Configuration
class StrictJson {

    @Bean
    JsonMapperBuilderCustomizer numbersAreNoText() {
        return mapper -> mapper.withCoercionConfig(
                LogicalType.Textual,
                it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
