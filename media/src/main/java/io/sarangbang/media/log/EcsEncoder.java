package io.sarangbang.media.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** One line of JSON for each event, with the names of the Elastic Common Schema as the services use them. */
public final class EcsEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = new byte[0];

    private final JsonMapper json = new JsonMapper();
    private final ThrowableProxyConverter stack = new ThrowableProxyConverter();
    private final String environment = Objects.requireNonNullElse(System.getenv("ENVIRONMENT"), "");

    @Override
    public void start() {
        stack.start();
        super.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = json.createObjectNode();
        line.put("@timestamp", event.getInstant().toString());
        line.putObject("log").put("level", event.getLevel().toString()).put("logger", event.getLoggerName());
        line.putObject("process").putObject("thread").put("name", event.getThreadName());
        var service = line.putObject("service").put("name", "media");
        if (!environment.isEmpty()) {
            service.put("environment", environment);
        }
        line.put("message", event.getFormattedMessage());
        var failure = event.getThrowableProxy();
        if (failure != null) {
            line.putObject("error")
                    .put("type", failure.getClassName())
                    .put("message", failure.getMessage())
                    .put("stack_trace", stack.convert(event));
        }
        line.putObject("ecs").put("version", "8.11");
        return (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
