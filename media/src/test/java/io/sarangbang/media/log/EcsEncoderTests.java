package io.sarangbang.media.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EcsEncoderTests {

    private final LoggerContext context = new LoggerContext();

    @Test
    void anEventIsOneLineOfJson() {
        var line = write("he said \"방\"\nand left", null);

        assertThat(line.at("/message").asString()).isEqualTo("he said \"방\"\nand left");
        assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line.at("/log/logger").asString()).isEqualTo("a.logger");
        assertThat(line.at("/service/name").asString()).isEqualTo("media");
        assertThat(line.at("/@timestamp").asString()).matches("\\d{4}-.*Z");
        assertThat(line.has("error")).isFalse();
    }

    @Test
    void aFailureBringsItsStack() {
        var line = write("no", new IllegalStateException("the reason"));

        assertThat(line.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.at("/error/message").asString()).isEqualTo("the reason");
        assertThat(line.at("/error/stack_trace").asString()).contains("EcsEncoderTests");
    }

    private JsonNode write(String message, Throwable failure) {
        var encoder = new EcsEncoder();
        encoder.setContext(context);
        encoder.start();
        var event =
                new LoggingEvent("here", context.getLogger("a.logger"), Level.WARN, message, failure, new Object[0]);
        var line = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("}\n").hasLineCount(1);
        return JsonMapper.shared().readTree(line);
    }
}
