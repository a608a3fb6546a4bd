package io.sarangbang.defaults.token;

import io.jsonwebtoken.io.DeserializationException;
import io.jsonwebtoken.io.Deserializer;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of tokens. A member that comes twice is refused (RFC 7515 §4): two readers might each believe another one of
 * them.
 */
final class TokenJson implements Deserializer<Map<String, ?>> {

    private static final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Override
    public Map<String, ?> deserialize(byte[] bytes) {
        return deserialize(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public Map<String, ?> deserialize(Reader reader) {
        try {
            return json.readValue(reader, OBJECT);
        } catch (JacksonException e) {
            throw new DeserializationException("no JSON object", e);
        }
    }
}
