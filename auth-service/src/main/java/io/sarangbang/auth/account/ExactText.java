package io.sarangbang.auth.account;

import jakarta.persistence.AttributeConverter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that the database must compare byte by byte, whatever its collation. */
class ExactText implements AttributeConverter<String, byte[]> {

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String convertToEntityAttribute(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
