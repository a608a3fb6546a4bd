package io.sarangbang.rooms.people;

import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** All that this service has of somebody, as one JSON object with a list for each feature. */
@Component
class Export {

    private final List<Belongings> belongings;
    private final JsonMapper json;

    Export(List<Belongings> belongings, JsonMapper json) {
        this.belongings = belongings;
        this.json = json;
    }

    /** Closed only where it is complete: broken off, it must not look like the whole, nor keep a problem from being told. */
    void write(UUID account, OutputStream out) {
        var generator =
                json.writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT).createGenerator(out);
        generator.writeStartObject();
        for (var each : belongings) {
            generator.writeArrayPropertyStart(each.name());
            each.tell(account, generator::writePOJO);
            generator.writeEndArray();
        }
        generator.writeEndObject();
        generator.close();
    }
}
